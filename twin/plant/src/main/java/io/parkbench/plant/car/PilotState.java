package io.parkbench.plant.car;

/** The vehicle states of IEC 61851-1 on the control pilot, as far as a sound car shows them. */
public enum PilotState {
  /** Not connected. */
  A,
  /** Connected, not asking for energy (or not offered enough to take any). */
  B,
  /** Connected and charging. */
  C
}
