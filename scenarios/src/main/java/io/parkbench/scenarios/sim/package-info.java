/** A site that lives without a script. */
@NullMarked
package io.parkbench.scenarios.sim;

import org.jspecify.annotations.NullMarked;
