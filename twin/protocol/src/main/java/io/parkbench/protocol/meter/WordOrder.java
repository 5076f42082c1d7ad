package io.parkbench.protocol.meter;

/**
 * In which order a number's bytes come over the wire; A is the most significant of four. What holds for two registers holds for
 * four; a register alone has no words to turn, but bytes.
 */
public enum WordOrder {
  /** Most significant first, as Modbus itself has it: all built-in models. */
  ABCD(false, false),
  /** Low register first: EVlink Pro AC, PM1000. */
  CDAB(true, false),
  /** High register first, the bytes of each turned. */
  BADC(false, true),
  /** Least significant first throughout. */
  DCBA(true, true);

  private final boolean lowWordFirst;
  private final boolean bytesTurned;

  WordOrder(boolean lowWordFirst, boolean bytesTurned) {
    this.lowWordFirst = lowWordFirst;
    this.bytesTurned = bytesTurned;
  }

  /** Whether the register with the least significant bits has the lowest address. */
  public boolean lowWordFirst() {
    return lowWordFirst;
  }

  /** Whether the low byte of each register is sent first. */
  public boolean bytesTurned() {
    return bytesTurned;
  }
}
