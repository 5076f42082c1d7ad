package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.Request;

/**
 * A call of the device.
 *
 * @param opening number of the link on which it came
 * @param text the frame
 */
record Heard(long at, int opening, Request<?> request, String text) {}
