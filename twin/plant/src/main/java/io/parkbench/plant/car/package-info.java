/** Cars: what they draw from what they are offered. */
@NullMarked
package io.parkbench.plant.car;

import org.jspecify.annotations.NullMarked;
