@NullMarked
package io.parkbench.gateway.ocpp;

import org.jspecify.annotations.NullMarked;
