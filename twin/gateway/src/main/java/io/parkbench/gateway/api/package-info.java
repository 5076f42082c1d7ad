/** The REST API towards a building's energy management: a snapshot of what the gateway knows, and its commands (R-BEMS). */
@NullMarked
package io.parkbench.gateway.api;

import org.jspecify.annotations.NullMarked;
