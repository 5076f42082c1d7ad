/** What may be said to the stations now: the current each session may be drawing, and cuts before raises. */
@NullMarked
package io.parkbench.gateway.lease;

import org.jspecify.annotations.NullMarked;
