/** Digital inputs: what their contacts tell, and whether each is active (R-DI-1, R-DI-4). */
@NullMarked
package io.parkbench.gateway.input;

import org.jspecify.annotations.NullMarked;
