@NullMarked
package io.parkbench.gateway.limits;

import org.jspecify.annotations.NullMarked;
