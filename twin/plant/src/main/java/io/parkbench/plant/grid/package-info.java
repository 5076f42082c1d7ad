/** True currents through wiring and zones, and the judge that holds them against the limits. */
@NullMarked
package io.parkbench.plant.grid;

import org.jspecify.annotations.NullMarked;
