/** Carriers and transports over real sockets. Only rigs use them. */
@NullMarked
package io.parkbench.wire;

import org.jspecify.annotations.NullMarked;
