/** What real chargers and cars do that they should not, as named switches (R-CHG-2, R-EV-1). */
@NullMarked
package io.parkbench.plant.quirk;

import org.jspecify.annotations.NullMarked;
