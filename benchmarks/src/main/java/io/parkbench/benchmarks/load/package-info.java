/**
 * The gateway under load from its REST API, as whole processes over the loopback interface: what the control loop feels of it, and how
 * much is served (R-BEMS-5, R-SEC-1). {@link io.parkbench.benchmarks.load.ApiBenchmark} is where it begins.
 */
@NullMarked
package io.parkbench.benchmarks.load;

import org.jspecify.annotations.NullMarked;
