/** A central system that speaks OCPP 1.6J and manages no load: what the suite has to tell from a gateway (R-BENCH-4). */
@NullMarked
package io.parkbench.scenarios.central;

import org.jspecify.annotations.NullMarked;
