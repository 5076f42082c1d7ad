package io.parkbench.protocol.ocpp;

/** Where a value was measured (OCPP 1.6 section 7.30). */
public enum Location implements Wire {
  Cable,
  EV,
  Inlet,
  Outlet,
  Body
}
