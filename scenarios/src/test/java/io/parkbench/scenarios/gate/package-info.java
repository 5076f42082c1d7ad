/** Tests of the release gate's rules. */
@NullMarked
package io.parkbench.scenarios.gate;

import org.jspecify.annotations.NullMarked;
