package io.parkbench.plant.bems;

/** A value for each of three conductors; NaN where it was not told. */
public record Triple(double one, double two, double three) {
  public static final Triple ZERO = new Triple(0, 0, 0);

  /** Conductor by conductor; what was not told adds nothing. */
  Triple plus(Triple other) {
    return new Triple(known(one) + known(other.one), known(two) + known(other.two), known(three) + known(other.three));
  }

  double sum() {
    return known(one) + known(two) + known(three);
  }

  /** Whether any of them was told. */
  boolean isTold() {
    return !(Double.isNaN(one) && Double.isNaN(two) && Double.isNaN(three));
  }

  static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
