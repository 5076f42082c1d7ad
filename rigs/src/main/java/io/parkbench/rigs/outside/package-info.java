/** Gateways under test that run elsewhere: in a process or a container of the bench's own, or at a URL (R-BENCH-4). */
@NullMarked
package io.parkbench.rigs.outside;

import org.jspecify.annotations.NullMarked;
