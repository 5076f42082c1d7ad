/** The central system towards the stations: admission, conversation, liveness, profiles. */
@NullMarked
package io.parkbench.gateway.ocpp;

import org.jspecify.annotations.NullMarked;
