/**
 * The step library: what scenarios can say, by concept. {@link io.parkbench.scenarios.steps.Scene} is the scenario's world; the step
 * classes translate sentences into calls to it and into {@link io.parkbench.scenarios.steps.Claim}s.
 */
@NullMarked
package io.parkbench.scenarios.steps;

import org.jspecify.annotations.NullMarked;
