package io.parkbench.protocol.ocpp;

/** Why a value was sampled (OCPP 1.6 section 7.35); {@code _} stands for the point of the wire name. */
public enum ReadingContext implements Wire {
  Interruption_Begin,
  Interruption_End,
  Sample_Clock,
  Sample_Periodic,
  Transaction_Begin,
  Transaction_End,
  Trigger,
  Other;

  private final String wire = name().replace('_', '.');

  @Override
  public String wire() {
    return wire;
  }
}
