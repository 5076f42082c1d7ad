package io.parkbench.plant.breaker;

/**
 * Something in a pole that current heats, a bimetal or a fuse element: a first-order memory of (I/In)², in which it is measured, so
 * that under a constant current it comes to rest at the square of that current. Solved in closed form: nothing ticks.
 *
 * @param seconds time constant, above 0
 * @param trips the heat at which the device opens: the square of the highest current, in In, that it carries for ever
 */
record Body(double seconds, double trips) {
  /**
   * The body that opens after {@code after} seconds under {@code multiple} times In, starting cold.
   *
   * @param trips less than the square of {@code multiple}
   */
  static Body opening(double trips, double multiple, double after) {
    double heating = multiple * multiple;
    return new Body(after / StrictMath.log(heating / (heating - trips)), trips);
  }

  /** The heat after so many seconds, 0 or more, under a current of constant square. */
  double after(double heat, double square, double elapsed) {
    return elapsed == 0 ? heat : square + (heat - square) * StrictMath.exp(-elapsed / seconds);
  }

  /** Seconds until it opens under a current of constant square; 0 where it is hot enough, infinite where that never comes. */
  double secondsToTrip(double heat, double square) {
    if (heat >= trips) {
      return 0;
    }
    return square <= trips ? Double.POSITIVE_INFINITY : seconds * StrictMath.log((square - heat) / (square - trips));
  }
}
