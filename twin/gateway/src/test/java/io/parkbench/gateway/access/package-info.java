@NullMarked
package io.parkbench.gateway.access;

import org.jspecify.annotations.NullMarked;
