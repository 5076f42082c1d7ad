/** A managed site and its unmanaged twin on one clock, and all that is remembered of them for people who look. */
@NullMarked
package io.parkbench.scenarios.demo.world;

import org.jspecify.annotations.NullMarked;
