/** The contacts of a site: what moves them, how they bounce and break, and the modules that read them from afar (R-DI-4, R-PLANT-3). */
@NullMarked
package io.parkbench.plant.input;

import org.jspecify.annotations.NullMarked;
