@NullMarked
package io.parkbench.gateway.protection;

import org.jspecify.annotations.NullMarked;
