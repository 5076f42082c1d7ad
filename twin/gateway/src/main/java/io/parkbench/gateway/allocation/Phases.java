package io.parkbench.gateway.allocation;

/** Which supply phases a car loads: sets of phases 1 to 3 as bits 0 to 2. */
public final class Phases {
  /** All three supply phases. */
  public static final int ALL = 0b111;

  private Phases() {}

  /**
   * The supply phases that the car's conductors reach through the connector's wiring (R-ALLOC-1, R-SITE-5).
   *
   * @param wiring the digits of the wiring in the order of the connector's L1, L2, L3: 231 for TRI231, 2 for MONO2
   * @param conductors phase conductors of the car, 1 to 3; those beyond the connector's own count for nothing
   * @throws IllegalArgumentException if a digit is not a phase or comes twice, or the conductors are not 1 to 3
   */
  public static int mask(int wiring, int conductors) {
    if (conductors < 1 || conductors > 3) {
      throw new IllegalArgumentException("a car has 1 to 3 phase conductors, not " + conductors);
    }
    String digits = Integer.toString(wiring);
    int all = 0;
    int reached = 0;
    for (int i = 0; i < digits.length(); i++) {
      int phase = digits.charAt(i) - '0';
      if (phase < 1 || phase > 3 || contains(all, phase)) {
        throw new IllegalArgumentException("no wiring of the phases 1, 2, 3: " + wiring);
      }
      all |= of(phase);
      if (i < conductors) {
        reached = all;
      }
    }
    return reached;
  }

  /** The set of one supply phase, 1 to 3. */
  public static int of(int phase) {
    return 1 << (phase - 1);
  }

  public static boolean contains(int mask, int phase) {
    return (mask & of(phase)) != 0;
  }

  public static int count(int mask) {
    return Integer.bitCount(mask & ALL);
  }
}
