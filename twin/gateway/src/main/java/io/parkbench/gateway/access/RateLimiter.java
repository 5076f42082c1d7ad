package io.parkbench.gateway.access;

import io.parkbench.kernel.Micros;
import java.util.HashMap;
import java.util.Map;

/** Spaces out the requests of each session: a burst at once, then so many a second (a token bucket per session). */
public final class RateLimiter {
  /** Above so many, those who ask for nothing are forgotten. */
  private static final int MOST = 10_000;

  private final long interval;
  private final long tolerance;
  /** When each session's bucket will be full again. */
  private final Map<String, Long> full = new HashMap<>();

  public RateLimiter(int perSecond, int burst) {
    this.interval = Micros.SECOND / perSecond;
    this.tolerance = interval * (burst - 1);
  }

  /** Takes one; 0 if the request may go on, else after how many seconds another may. */
  public synchronized long take(long now, Session session) {
    long due = Math.max(now, full.getOrDefault(session.id(), now));
    if (due - now > tolerance) {
      return Math.ceilDiv(due - now - tolerance, Micros.SECOND);
    }
    if (full.size() >= MOST) {
      full.values().removeIf(until -> until <= now);
    }
    full.put(session.id(), due + interval);
    return 0;
  }

  /** Forgets a session that is over. */
  synchronized void forget(Session session) {
    full.remove(session.id());
  }
}
