/** The gateway: shares a site's current among its stations. {@link io.parkbench.gateway.Gateway} wires the packages below it. */
@NullMarked
package io.parkbench.gateway;

import org.jspecify.annotations.NullMarked;
