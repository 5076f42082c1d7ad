package io.parkbench.gateway.lease;

/**
 * One lease as its station was told it (R-LEASE-1): a value, and what it falls back to by itself when the lease runs out. Currents
 * are in 0.1 A per phase, times in µs by the gateway's clock.
 *
 * @param valueDa the first period
 * @param degradedDa the second period (R-DEG-1); equal to the value where the station keeps its last setpoint (R-DEG-5)
 * @param sentAt when it was given to the link
 * @param length L, what the station is told; {@link #ENDLESS} for a base
 * @param earliestEnd the first instant at which the station may have fallen back
 * @param latestEnd from when on it surely has, its car's reaction included (R-LEASE-7)
 * @param link which of the station's links it was sent on, counted up
 * @param acceptedAt when it was accepted; {@link #ENDLESS} while that is not known
 */
public record Lease(
    int valueDa, int degradedDa, long sentAt, long length, long earliestEnd, long latestEnd, int link, long acceptedAt) {
  /** Of a length: it never runs out. Of an instant: never. */
  public static final long ENDLESS = Long.MAX_VALUE;

  /** A lease about to be sent at {@code now} to a station whose clock may be off by {@code clockError}. */
  static Lease sent(int valueDa, int degradedDa, long now, long length, long clockError, long settle, int link) {
    return new Lease(
        valueDa, degradedDa, now, length, earliestEnd(now, length, clockError), latestEnd(now, length, clockError, settle), link,
        ENDLESS);
  }

  /** What lies in the station without an end, such as its base. */
  static Lease endless(int valueDa, long now) {
    return new Lease(valueDa, valueDa, now, ENDLESS, ENDLESS, ENDLESS, 0, now);
  }

  /**
   * Twice the error before L: the start is laid back by the error, so that a station whose clock is behind does not take it for
   * the future, and then its clock may be ahead.
   */
  static long earliestEnd(long now, long length, long clockError) {
    if (length == ENDLESS) {
      return ENDLESS;
    }
    return clockError >= length / 2 ? now : now + length - 2 * clockError;
  }

  /** L + error + 5 s (R-LEASE-7); with an unbounded error never. */
  static long latestEnd(long now, long length, long clockError, long settle) {
    return length == ENDLESS || clockError == ENDLESS ? ENDLESS : now + length + clockError + settle;
  }

  /** The highest current it lets the station draw at {@code at}, if it is the one in force. */
  public int worstDa(long at) {
    return at < earliestEnd ? valueDa : at < latestEnd ? Math.max(valueDa, degradedDa) : degradedDa;
  }

  /** The highest from {@code at} on, if nothing more is said. */
  int peakDa(long at) {
    return at < latestEnd ? Math.max(valueDa, degradedDa) : degradedDa;
  }

  /**
   * What is left of it once the station has agreed to another: no fallback, but a car that may still be drawing by it. Without a
   * sample that ends when it would have run out (R-LEASE-3), an endless one as if it had been a lease.
   */
  Lease replaced(long now, long settle, long fullLength) {
    long end = Math.max(length == ENDLESS ? now + fullLength : latestEnd, now + 2 * settle);
    return new Lease(worstDa(now), 0, sentAt, 0, end, end, link, acceptedAt);
  }

  boolean isReplaced() {
    return length == 0;
  }

  boolean accepted() {
    return acceptedAt != ENDLESS;
  }

  Lease acceptedAt(long now) {
    return new Lease(valueDa, degradedDa, sentAt, length, earliestEnd, latestEnd, link, now);
  }

  /** The same lease when the station's clock turns out to be off by up to {@code clockError}: its end can only become less certain. */
  Lease clockError(long clockError, long settle) {
    return new Lease(
        valueDa, degradedDa, sentAt, length, Math.min(earliestEnd, earliestEnd(sentAt, length, clockError)),
        Math.max(latestEnd, latestEnd(sentAt, length, clockError, settle)), link, acceptedAt);
  }
}
