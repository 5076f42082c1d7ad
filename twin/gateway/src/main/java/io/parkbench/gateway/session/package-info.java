/** Charging sessions, what is learnt of their cars, and who may start one. */
@NullMarked
package io.parkbench.gateway.session;

import org.jspecify.annotations.NullMarked;
