@NullMarked
package io.parkbench.gateway.meter;

import org.jspecify.annotations.NullMarked;
