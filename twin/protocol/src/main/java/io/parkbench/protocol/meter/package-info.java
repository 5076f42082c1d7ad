/** What power meters show, and in which registers (R-DYN-3, R-DYN-4). */
@NullMarked
package io.parkbench.protocol.meter;

import org.jspecify.annotations.NullMarked;
