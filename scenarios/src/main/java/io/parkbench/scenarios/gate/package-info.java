/** The release gate: what a run came to, held against what an earlier one came to, rule by rule. */
@NullMarked
package io.parkbench.scenarios.gate;

import org.jspecify.annotations.NullMarked;
