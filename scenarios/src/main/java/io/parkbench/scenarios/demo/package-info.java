/** The car park, live in a terminal and in the browser (R-BENCH-7). */
@NullMarked
package io.parkbench.scenarios.demo;

import org.jspecify.annotations.NullMarked;
