/** Tests of sites that live without a script, on real sessions too. */
@NullMarked
package io.parkbench.scenarios.sim;

import org.jspecify.annotations.NullMarked;
