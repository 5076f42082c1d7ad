package io.parkbench.protocol.ocpp;

/** Which conductors a sampled value is about (OCPP 1.6 section 7.34); {@code _} stands for the hyphen of the wire name. */
public enum Phase implements Wire {
  L1,
  L2,
  L3,
  N,
  L1_N,
  L2_N,
  L3_N,
  L1_L2,
  L2_L3,
  L3_L1;

  private final String wire = name().replace('_', '-');

  @Override
  public String wire() {
    return wire;
  }
}
