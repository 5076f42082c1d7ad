/** Campaigns: thousands of seeded random cases with the invariants on, shrunk where they fail, shared out and joined (R-BENCH-6). */
@NullMarked
package io.parkbench.scenarios.campaign;

import org.jspecify.annotations.NullMarked;
