package io.parkbench.protocol.meter;

/** What a meter can show (R-DYN-4). */
public enum Quantity {
  /** RMS current of phase 1: 0 or more, whichever way the power goes. */
  CURRENT_L1(0, "current_l1", "A", 1),
  CURRENT_L2(1, "current_l2", "A", 2),
  CURRENT_L3(2, "current_l3", "A", 3),
  /** Active power of phase 1: negative where it is exported. */
  POWER_L1(3, "power_l1", "W", 1),
  POWER_L2(4, "power_l2", "W", 2),
  POWER_L3(5, "power_l3", "W", 3),
  /** Active power of all phases: negative where it is exported. */
  POWER_TOTAL(6, "power_total", "W", 0),
  /** Active energy delivered to what the meter feeds, over its life. */
  ENERGY_TOTAL(7, "energy_total", "Wh", 0);

  /** How many there are: the length of an array with a place for each, by {@link #index}. */
  public static final int COUNT = values().length;

  private final int index;
  private final String text;
  private final String unit;
  private final int phase;

  Quantity(int index, String text, String unit, int phase) {
    this.index = index;
    this.text = text;
    this.unit = unit;
    this.phase = phase;
  }

  /** Its place among all, 0 to {@link #COUNT} - 1. */
  public int index() {
    return index;
  }

  /** The name as written in files. */
  public String text() {
    return text;
  }

  /** What its values are in, once scaled: A, W or Wh. */
  public String unit() {
    return unit;
  }

  /** The meter's phase it belongs to, 1 to 3, or 0 for all of them. */
  public int phase() {
    return phase;
  }

  public boolean isCurrent() {
    return this == CURRENT_L1 || this == CURRENT_L2 || this == CURRENT_L3;
  }

  /** The RMS current of a meter's phase 1 to 3; another throws {@link IllegalArgumentException}. */
  public static Quantity current(int phase) {
    return ofPhase(phase, CURRENT_L1, CURRENT_L2, CURRENT_L3);
  }

  /** The active power of a meter's phase 1 to 3; another throws {@link IllegalArgumentException}. */
  public static Quantity power(int phase) {
    return ofPhase(phase, POWER_L1, POWER_L2, POWER_L3);
  }

  private static Quantity ofPhase(int phase, Quantity l1, Quantity l2, Quantity l3) {
    return switch (phase) {
      case 1 -> l1;
      case 2 -> l2;
      case 3 -> l3;
      default -> throw new IllegalArgumentException("no such phase: " + phase);
    };
  }
}
