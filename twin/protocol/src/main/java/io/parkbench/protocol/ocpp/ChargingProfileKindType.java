package io.parkbench.protocol.ocpp;

/** From when the periods of a charging profile count (OCPP 1.6 section 7.9). */
public enum ChargingProfileKindType implements Wire {
  Absolute,
  Recurring,
  Relative
}
