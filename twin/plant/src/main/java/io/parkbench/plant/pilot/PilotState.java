package io.parkbench.plant.pilot;

/** The states of the control pilot, IEC 61851-1 Annex A: who pulls its positive half-wave down to where. */
public enum PilotState {
  /** Nothing is plugged in. */
  A(12),
  /** Plugged in, not ready for energy (or not offered enough to take any). */
  B(9),
  /** Ready, without ventilation: the contactor may close. */
  C(6),
  /** Ready, and the room has to be ventilated. */
  D(3),
  /** The station has no power, or the pilot is shorted. */
  E(0),
  /** The station is not available: faulted, or out of service. */
  F(-12);

  private final int volts;

  PilotState(int volts) {
    this.volts = volts;
  }

  /** What is measured between pilot and earth at the positive peak, V; of {@link #F} the steady voltage. */
  public int volts() {
    return volts;
  }

  /** Whether a vehicle is plugged in and asks for energy. */
  public boolean asks() {
    return this == C || this == D;
  }
}
