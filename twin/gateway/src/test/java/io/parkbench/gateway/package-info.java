/** The gateway as a whole, against scripted stations in virtual time. */
@NullMarked
package io.parkbench.gateway;

import org.jspecify.annotations.NullMarked;
