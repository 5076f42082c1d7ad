package io.parkbench.plant.load;

/**
 * What a load draws on each of the three supply phases, A at unity power factor; below 0 where it feeds in.
 *
 * @param l1 supply phase 1; finite, else {@link IllegalArgumentException}
 */
public record LoadAmps(double l1, double l2, double l3) {
  public static final LoadAmps ZERO = all(0);

  public LoadAmps {
    if (!Double.isFinite(l1) || !Double.isFinite(l2) || !Double.isFinite(l3)) {
      throw new IllegalArgumentException("a load's current is a number of A: " + l1 + ", " + l2 + ", " + l3);
    }
  }

  /** The same on all three. */
  public static LoadAmps all(double amps) {
    return new LoadAmps(amps, amps, amps);
  }

  /** What {@code kw} over all phases draw at {@code volts} line to neutral. */
  public static LoadAmps ofKw(double kw, double volts) {
    return all(kw * 1_000 / volts / 3);
  }

  /** Supply phase 1, 2 or 3; another number throws {@link IllegalArgumentException}. */
  public double on(int phase) {
    return switch (phase) {
      case 1 -> l1;
      case 2 -> l2;
      case 3 -> l3;
      default -> throw new IllegalArgumentException("no such phase: " + phase);
    };
  }

  /** So many times as much. */
  public LoadAmps times(double factor) {
    return new LoadAmps(l1 * factor, l2 * factor, l3 * factor);
  }

  public LoadAmps plus(LoadAmps other) {
    return new LoadAmps(l1 + other.l1, l2 + other.l2, l3 + other.l3);
  }
}
