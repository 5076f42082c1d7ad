/** Time series against real servers: one contract, an arm for each server that is there. */
@NullMarked
package io.parkbench.scenarios.series;

import org.jspecify.annotations.NullMarked;
