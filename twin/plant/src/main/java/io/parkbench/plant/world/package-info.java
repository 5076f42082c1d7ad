/** The simulated site as a whole. */
@NullMarked
package io.parkbench.plant.world;

import org.jspecify.annotations.NullMarked;
