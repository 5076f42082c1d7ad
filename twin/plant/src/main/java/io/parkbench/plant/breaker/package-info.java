/** Breakers and fuses: what protects the installation, and trips when load management has failed (R-PLANT-2). */
@NullMarked
package io.parkbench.plant.breaker;

import org.jspecify.annotations.NullMarked;
