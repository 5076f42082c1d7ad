/** What draws or feeds in current besides the cars: a building's loads and its production (R-PLANT-1). */
@NullMarked
package io.parkbench.plant.load;

import org.jspecify.annotations.NullMarked;
