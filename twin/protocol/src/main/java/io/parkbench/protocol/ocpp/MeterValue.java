package io.parkbench.protocol.ocpp;

import java.time.Instant;
import java.util.List;

/**
 * Values sampled at one instant (OCPP 1.6 section 7.33).
 *
 * @param sampledValue at least one
 */
public record MeterValue(Instant timestamp, @Some List<SampledValue> sampledValue) {
  public MeterValue {
    timestamp = Check.time("timestamp", timestamp);
    sampledValue = Check.someOf("sampledValue", sampledValue);
  }
}
