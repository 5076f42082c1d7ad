/** What goes wrong on the simulated site, and when: on links, devices and the network between them (R-PLANT-3, R-PLANT-6). */
@NullMarked
package io.parkbench.plant.fault;

import org.jspecify.annotations.NullMarked;
