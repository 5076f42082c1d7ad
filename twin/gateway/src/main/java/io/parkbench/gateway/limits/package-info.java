/** How much current there is: the limit in force per zone and phase, and what binds it. */
@NullMarked
package io.parkbench.gateway.limits;

import org.jspecify.annotations.NullMarked;
