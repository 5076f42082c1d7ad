package io.parkbench.gateway.lease;

import io.parkbench.kernel.Micros;

/**
 * How many lease calls may go out: five a second per 100 connectors (R-LEASE-8), but one a second at a small site, and two for each
 * connector at once, so that a site can be told anew after a change. Cuts and renewals always go, since a lease that runs out stops a
 * car, and are paid back by raises that wait; renewals alone are less than that many.
 */
final class WriteBudget {
  private static final long PER_CALL_OF_ONE = 100 * Micros.SECOND / 5;
  private static final int LEAST_AT_ONCE = 10;

  private final long atOnce;
  private final long interval;

  /** When the budget is full again; a call moves it on by {@link #interval}. */
  private long fullAt;

  WriteBudget(int connectors) {
    atOnce = Math.max(2 * connectors, LEAST_AT_ONCE);
    interval = Math.min(Micros.SECOND, PER_CALL_OF_ONE / Math.max(connectors, 1));
  }

  /** Whether a call that can wait may go out now. */
  boolean mayTake(long now) {
    return nextAt() <= now;
  }

  void take(long now) {
    fullAt = Math.max(fullAt, now) + interval;
  }

  /** Forgets what was taken. */
  void refill() {
    fullAt = 0;
  }

  /** From when on a call that can wait may go out, µs. */
  long nextAt() {
    return fullAt - interval * (atOnce - 1);
  }
}
