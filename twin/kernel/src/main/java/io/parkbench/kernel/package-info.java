/** Time, loops, links, seeded randomness and the recording: what everything else runs on. */
@NullMarked
package io.parkbench.kernel;

import org.jspecify.annotations.NullMarked;
