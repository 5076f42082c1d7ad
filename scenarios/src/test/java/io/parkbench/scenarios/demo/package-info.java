/** The virtual car park's server, by its contract. */
@NullMarked
package io.parkbench.scenarios.demo;

import org.jspecify.annotations.NullMarked;
