package io.parkbench.gateway.meter;

import io.parkbench.kernel.Micros;

/**
 * By what a meter's readings are judged; times in µs.
 *
 * @param ceilingAmps no phase can carry more
 * @param others whether loads other than cars are declared behind it, so that zeros from the first reading on prove nothing
 * @param belowCars whether a reading below what the cars draw is a contradiction: not where something behind the meter may produce
 * @param freshness without a plausible reading for so long the meter is lost
 * @param hold plausible readings for so long make or restore trust
 * @param settling how long readings may contradict the cars' proven draw, whose samples come late
 * @param detection how long readings may stay the same after that draw has moved
 * @param sampling how old a sample of that draw may be when it comes
 */
record TrustTerms(
    double ceilingAmps, boolean others, boolean belowCars, long freshness, long hold, long settling, long detection,
    long sampling) {
  private static final double TIMES_MAXIMUM = 10;
  private static final double CEILING_MIN = 1_000;

  /** Of a meter behind which no zone tells what can flow. */
  private static final double CEILING_UNKNOWN = 100_000;

  /** Stations under a dynamic zone send a sample each 10 s (R-DYN-1); a little for their way. */
  private static final long SAMPLES_WITHIN = 12 * Micros.SECOND;

  /** A meter that shows a change later is given as much longer before it contradicts the samples. */
  private static final long SHOWS_WITHIN = 2 * Micros.SECOND;

  /**
   * The usual ones.
   *
   * @param maximumAmps the greatest of the zone's phases; 0 where the meter steers none
   * @param others whether other loads are declared
   * @param shows how long after a change it is read at the latest
   */
  static TrustTerms of(double maximumAmps, boolean others, boolean belowCars, long freshness, long shows) {
    double ceiling = maximumAmps > 0 ? Math.max(TIMES_MAXIMUM * maximumAmps, CEILING_MIN) : CEILING_UNKNOWN;
    long late = Math.max(0, shows - SHOWS_WITHIN);
    return new TrustTerms(
        ceiling, others, belowCars, freshness, 10 * Micros.SECOND, SAMPLES_WITHIN + late, 10 * Micros.SECOND + late,
        SAMPLES_WITHIN);
  }

  /** A current of other loads that does not vanish at once: a tenth of the maximum, and 10 A. */
  double muchAmps() {
    return ceilingAmps / (TIMES_MAXIMUM * 10);
  }
}
