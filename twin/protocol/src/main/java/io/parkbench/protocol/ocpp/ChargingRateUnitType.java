package io.parkbench.protocol.ocpp;

/** The unit of a schedule's limits: amperes per phase or watts in total (OCPP 1.6 section 7.12). */
public enum ChargingRateUnitType implements Wire {
  W,
  A
}
