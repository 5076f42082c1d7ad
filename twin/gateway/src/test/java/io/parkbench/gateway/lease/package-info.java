@NullMarked
package io.parkbench.gateway.lease;

import org.jspecify.annotations.NullMarked;
