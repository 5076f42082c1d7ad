/** The car park, live in a terminal. */
@NullMarked
package io.parkbench.scenarios.demo;

import org.jspecify.annotations.NullMarked;
