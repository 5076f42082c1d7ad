/** The virtual car park's page in a real browser (R-BENCH-7); skipped with a message where there is none. */
@NullMarked
package io.parkbench.browser;

import org.jspecify.annotations.NullMarked;
