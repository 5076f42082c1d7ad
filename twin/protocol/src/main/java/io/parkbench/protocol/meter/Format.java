package io.parkbench.protocol.meter;

/**
 * How a number lies in registers. A custom model takes its choice of the first four (R-DYN-4); the others are for the built-in models
 * whose makers use them.
 */
public enum Format {
  /** IEEE 754, two registers. Not available: NaN (makers write 0xFFC00000) and the infinities. */
  FLOAT32("Float32", 2, true),
  /** Signed, four registers. Not available: 0x8000000000000000. Above 2^53 a value is rounded to what a double holds. */
  INT64("Int64", 4, true),
  /** Signed, two registers. Not available: 0x80000000. */
  INT32("Int32", 2, true),
  /** Unsigned, one register. Not available: 0x8000 and 0xFFFF. */
  UINT16("Uint16", 1, true),
  /** Signed, one register. Not available: 0x8000. */
  INT16("Int16", 1, false),
  /** Unsigned, two registers. Not available: 0x80000000 and 0xFFFFFFFF. */
  UINT32("Uint32", 2, false);

  private final String text;
  private final int registers;
  private final boolean custom;

  Format(String text, int registers, boolean custom) {
    this.text = text;
    this.registers = registers;
    this.custom = custom;
  }

  /** The name as written in files. */
  public String text() {
    return text;
  }

  /** How many registers a number takes. */
  public int registers() {
    return registers;
  }

  /** Whether a custom model may use it. */
  public boolean custom() {
    return custom;
  }
}
