package io.parkbench.plant.car;

/**
 * How the charging power falls towards a full battery: linear over the state of charge, cut into steps so that the draw is
 * constant between two of them and each has a computed end.
 *
 * @param from state of charge, 0 to 1, above which the power falls; 1 for no taper
 * @param endShare what is left at 100 %, as a share of the car's full power, 0 (exclusive) to 1
 * @param step width of a step in state of charge, above 0
 */
public record Taper(double from, double endShare, double step) {
  public static final Taper NONE = new Taper(1, 1, 1);

  public Taper {
    if (!(from >= 0 && from <= 1 && endShare > 0 && endShare <= 1 && step > 0)) {
      throw new IllegalArgumentException("no taper: from " + from + " to " + endShare + " by " + step);
    }
  }

  /** The usual steps of 2 %. */
  public static Taper of(double from, double endShare) {
    return new Taper(from, endShare, 0.02);
  }

  int steps() {
    return (int) Math.ceil((1 - from) / step - 1e-9);
  }

  /** State of charge at which step {@code index} (from 0) begins. */
  double begins(int index) {
    return from + index * step;
  }

  /** Share of the full power in step {@code index}: the line's value in its middle; 1 before the first (index -1). */
  double share(int index) {
    if (index < 0) {
      return 1;
    }
    double middle = Math.min((begins(index) + Math.min(1, begins(index + 1))) / 2, 1);
    return 1 - (1 - endShare) * (middle - from) / (1 - from);
  }
}
