/** Real pins: watched files and the lines of Linux GPIO chips (R-DI-4). */
@NullMarked
package io.parkbench.wire.pins;

import org.jspecify.annotations.NullMarked;
