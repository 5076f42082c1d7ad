package io.parkbench.plant;

/**
 * One current for each of the three supply phases, in amperes, 0 or more.
 *
 * @param l1 supply phase 1; {@link Double#POSITIVE_INFINITY} where a limit is meant and there is none
 */
public record PhaseAmps(double l1, double l2, double l3) {
  public static final PhaseAmps ZERO = all(0);

  public PhaseAmps {
    if (!(l1 >= 0 && l2 >= 0 && l3 >= 0)) {
      throw new IllegalArgumentException("a current is 0 A or more: " + l1 + ", " + l2 + ", " + l3);
    }
  }

  /** The same current on all three. */
  public static PhaseAmps all(double amps) {
    return new PhaseAmps(amps, amps, amps);
  }

  /** The current on supply phase 1, 2 or 3; another number throws {@link IllegalArgumentException}. */
  public double on(int phase) {
    return switch (phase) {
      case 1 -> l1;
      case 2 -> l2;
      case 3 -> l3;
      default -> throw new IllegalArgumentException("no such phase: " + phase);
    };
  }
}
