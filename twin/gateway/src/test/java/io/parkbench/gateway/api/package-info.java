@NullMarked
package io.parkbench.gateway.api;

import org.jspecify.annotations.NullMarked;
