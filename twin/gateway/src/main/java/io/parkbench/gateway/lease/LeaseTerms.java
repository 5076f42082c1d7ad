package io.parkbench.gateway.lease;

import io.parkbench.kernel.Micros;

/**
 * The settings that leases are made by; times in µs, currents in 0.1 A.
 *
 * @param length L of a full lease, at least three call time-outs (R-LEASE-8)
 * @param leastLength a lease that must end early, because another station's degraded value comes, surely runs at least this long
 * @param renewBefore so long before the end of a full lease it is renewed. Later is cheaper: under a dynamic zone renewals are most of what
 *     R-LEASE-8 lets be written, and what they leave is there for raises
 * @param settle how long a car may take to follow, and so the least age of a sample after the answer (R-LEASE-3, 7)
 * @param sampleAgain how long after asking for a sample it is asked for again
 * @param retry how long after a call that was not answered the lease is said again, doubled each time up to L
 * @param tolerancePermille of the limit, by which a sample may exceed it and still confirm (meter class)
 * @param toleranceDa the same as a current (the pilot's resolution); the two add up
 * @param leastRaiseDa a raise that cannot be given whole is given in part if it is at least this much
 */
public record LeaseTerms(
    long length, long leastLength, long renewBefore, long settle, long sampleAgain, long retry, int tolerancePermille,
    int toleranceDa,
    int leastRaiseDa) {

  /**
   * For a lease length and a call time-out in µs; a length below three time-outs is taken as three (R-LEASE-8).
   *
   * @param deadBandDa a smaller raise is not given in part (R-ALLOC-8)
   */
  public static LeaseTerms of(long length, long callTimeout, int deadBandDa) {
    long three = 3 * callTimeout;
    return new LeaseTerms(
        Math.max(length, three), three, Math.min(Math.max(length, three) / 4, three), 5 * Micros.SECOND, 10 * Micros.SECOND,
        callTimeout, 20, 5, Math.max(deadBandDa, 1));
  }

  public LeaseTerms {
    if (length <= 0 || leastLength <= 0 || leastLength > length || renewBefore <= 0 || renewBefore >= length || settle < 0
        || sampleAgain <= 0 || retry <= 0) {
      throw new IllegalArgumentException("lease of " + length + " µs, at least " + leastLength + ", settling in " + settle);
    }
  }

  /**
   * The length of a lease for a car that wants nothing now and is told no more than its degraded value: until that comes, nobody
   * misses it.
   */
  long patientLength() {
    return 4 * length;
  }

  /** How long after it was said a full lease is renewed. */
  long renewal(long ofLength) {
    return ofLength - renewBefore;
  }

  /** The highest reading that is still {@code da}. */
  int withToleranceDa(int da) {
    return da + da * tolerancePermille / 1000 + toleranceDa;
  }
}
