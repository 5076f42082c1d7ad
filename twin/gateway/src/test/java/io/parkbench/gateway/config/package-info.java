@NullMarked
package io.parkbench.gateway.config;

import org.jspecify.annotations.NullMarked;
