/** Runs scenarios and leaves what they came to in a run folder. */
@NullMarked
package io.parkbench.scenarios.runner;

import org.jspecify.annotations.NullMarked;
