package io.parkbench.protocol.ocpp;

/** The two ends of an OCPP conversation. */
public enum Role {
  CENTRAL_SYSTEM,
  CHARGE_POINT;

  /** The one at the other end. */
  public Role peer() {
    return this == CENTRAL_SYSTEM ? CHARGE_POINT : CENTRAL_SYSTEM;
  }
}
