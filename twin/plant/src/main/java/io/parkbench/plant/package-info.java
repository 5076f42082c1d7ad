/** The simulated site: chargers, cars and the grid that feeds them. Knows nothing of the gateway. */
@NullMarked
package io.parkbench.plant;

import org.jspecify.annotations.NullMarked;
