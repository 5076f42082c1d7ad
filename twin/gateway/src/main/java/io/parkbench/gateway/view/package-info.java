/** What the gateway knows and has decided, as an immutable picture for those who read. */
@NullMarked
package io.parkbench.gateway.view;

import org.jspecify.annotations.NullMarked;
