/** Who comes when, wanting what, and where they park: from lists, files and seeded profiles. */
@NullMarked
package io.parkbench.plant.arrivals;

import org.jspecify.annotations.NullMarked;
