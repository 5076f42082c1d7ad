package io.parkbench.gateway.session;

import io.parkbench.kernel.Micros;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps a session from being paused and resumed too fast or too often (R-ALLOC-15): contactors wear, and some cars give up. Only a
 * limit that must be kept pauses a session all the same.
 */
public final class PauseHygiene {
  private static final long NEVER = Long.MIN_VALUE;

  private final long minimumOn;
  private final long minimumPause;
  private final int pausesPerHour;
  private final Deque<Long> pauses = new ArrayDeque<>();
  private long resumedAt = NEVER;
  private boolean paused;
  private boolean on;

  /**
   * @param minimumOn how long a session that was resumed goes on at least, µs
   * @param minimumPause how long one that was paused rests at least, µs
   * @param pausesPerHour how often one may be paused in an hour, above 0
   */
  public PauseHygiene(long minimumOn, long minimumPause, int pausesPerHour) {
    this.minimumOn = minimumOn;
    this.minimumPause = minimumPause;
    this.pausesPerHour = pausesPerHour;
  }

  /** The session has no room; one whose car has not charged yet is not paused by it: it is only told late. */
  public void paused(long now) {
    if (on) {
      on = false;
      paused = true;
      if (pauses.size() == pausesPerHour) {
        pauses.removeFirst();
      }
      pauses.addLast(now);
    }
  }

  /** Its car charges. */
  public void charges(long now) {
    on = true;
    if (paused) {
      paused = false;
      resumedAt = now;
    }
  }

  /** When a paused session may have room again, µs; in the past, or long ago, if it may now. */
  public long restsUntil() {
    if (!paused) {
      return NEVER;
    }
    long rested = pauses.getLast() + minimumPause;
    return pauses.size() < pausesPerHour ? rested : Math.max(rested, pauses.getFirst() + Micros.HOUR);
  }

  /** Whether others should give way first. */
  public boolean shielded(long now) {
    boolean justResumed = resumedAt != NEVER && now - resumedAt < minimumOn;
    boolean pausedOften = pauses.size() == pausesPerHour && now - pauses.getFirst() < Micros.HOUR;
    return !paused && (justResumed || pausedOften);
  }
}
