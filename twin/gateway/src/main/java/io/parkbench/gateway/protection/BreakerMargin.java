package io.parkbench.gateway.protection;

import java.time.Duration;

/**
 * How long leases under a dynamic zone may run, and what must stay free below its maximum, so that its breaker holds the worst that
 * can come while nobody can be told (R-LEASE-5, 8).
 *
 * <p>The worst is: the zone has stood at its maximum until the breaker was as warm as that makes it, its cars draw all that leases
 * can give them, and in one instant all stations are out of reach and the building takes its peak. Then both flow until the leases
 * have run out. That comes once: a breaker needs minutes to be as cool as before.
 *
 * @param maxAmps of the zone, A
 * @param peakAmps what its building draws at most, A: the maximum where nobody says, as it may not draw more by itself
 * @param ratedAmps what the stations below can draw at most, A
 * @param reaction what passes besides the lease: until the gateway knows of the rise and tells no more leases, and until cars follow
 */
public record BreakerMargin(Breaker breaker, double maxAmps, double peakAmps, double ratedAmps, Duration reaction) {
  /** A lease need not be longer. */
  public static final Duration LONGEST = Duration.ofMinutes(5);

  /** No more than this is kept free, permille of the maximum: the zone would be for nothing. */
  public static final int MOST_GUARD = 200;

  private static final int PERMILLE = 1_000;

  /** The highest current while nobody can be told, A. */
  public double worstAmps(int guardPermille) {
    return peakAmps + Math.min(ratedAmps, maxAmps * (PERMILLE - guardPermille) / PERMILLE);
  }

  /** How long the breaker surely holds that, s; infinite for longer than any lease. */
  public double holds(int guardPermille) {
    return breaker.surelyHolds(Math.min(maxAmps, worstAmps(0)), worstAmps(guardPermille));
  }

  /** The longest lease, in whole seconds; negative where not even the reaction fits. */
  public Duration lease(int guardPermille) {
    double seconds = Math.floor(holds(guardPermille) - reaction.toMillis() / 1e3);
    return seconds >= LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds((long) seconds);
  }

  /** The least guard from {@code least} on under which leases may be so long, permille; −1 where {@link #MOST_GUARD} is too little. */
  public int guard(int least, Duration lease) {
    for (int guard = least; guard <= MOST_GUARD; guard++) {
      if (lease(guard).compareTo(lease) >= 0) {
        return guard;
      }
    }
    return -1;
  }
}
