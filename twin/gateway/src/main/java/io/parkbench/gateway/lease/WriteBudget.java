package io.parkbench.gateway.lease;

import io.parkbench.kernel.Micros;
import java.util.Arrays;

/**
 * How many lease calls may go out: five a second per 100 connectors (R-LEASE-8), but one a second at a small site, and two for each
 * connector at once, so that a site can be told anew after a change. Cuts and renewals always go, since a lease that runs out stops a
 * car, and are paid back by raises that wait; renewals alone are less than that many. No raise waits for longer than a minute, whatever
 * the others are told: stations that come and go all the time would else starve their neighbours.
 */
final class WriteBudget {
  private static final long PER_CALL_OF_ONE = 100 * Micros.SECOND / 5;
  private static final int LEAST_AT_ONCE = 10;

  private final long atOnce;
  private final long interval;

  private static final long PATIENCE = Micros.MINUTE;
  private static final long NEVER = Long.MAX_VALUE;

  /** Since when a raise of each connector waits; {@link #NEVER}: it does not. */
  private final long[] waits;

  /** When the budget is full again; a call moves it on by {@link #interval}. */
  private long fullAt;

  WriteBudget(int connectors) {
    waits = new long[connectors];
    Arrays.fill(waits, NEVER);
    atOnce = Math.max(2 * connectors, LEAST_AT_ONCE);
    interval = Math.min(Micros.SECOND, PER_CALL_OF_ONE / Math.max(connectors, 1));
  }

  /** Whether a call that can wait may go out now. */
  boolean mayTake(long now) {
    return nextAt() <= now;
  }

  /** Whether the raise of the connector with this order may go out now; if not, it waits from now on, if it does not already. */
  boolean mayRaise(int order, long now) {
    if (mayTake(now) || raiseAt(order) <= now) {
      return true;
    }
    waits[order] = Math.min(waits[order], now);
    return false;
  }

  /** The raise of that connector has gone out. */
  void raised(int order) {
    waits[order] = NEVER;
  }

  /** From when on the raise of that connector may go out, µs. */
  long raiseAt(int order) {
    return waits[order] == NEVER ? nextAt() : Math.min(nextAt(), waits[order] + PATIENCE);
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
