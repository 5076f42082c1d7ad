package io.parkbench.plant.grid;

import io.parkbench.kernel.Micros;
import org.jspecify.annotations.Nullable;

/** Follows one limited quantity: when it went above its limit, by how much, and whether that has lasted too long. */
final class Row {
  static final long NEVER = Long.MAX_VALUE;

  final int zone;
  final int phase;
  final String zoneId;

  private final long bound;
  private long since = NEVER;
  private boolean broken;
  private double peak;
  private double limit;
  private double excess;
  private double excessMicros;
  private double allMicros;
  private double brokenMicros;
  private long longest;
  private long seen;
  private @Nullable Breach breach;

  Row(int zone, int phase, String zoneId, long bound) {
    this.zone = zone;
    this.phase = phase;
    this.zoneId = zoneId;
    this.bound = bound;
  }

  /** From {@code now} on {@code value} flows where {@code limit} plus {@code tolerance} may. */
  void look(long now, double value, double limit, double tolerance) {
    accrue(now);
    if (value > limit + tolerance) {
      if (since == NEVER) {
        since = now;
        peak = 0;
        excessMicros = 0;
      }
      this.limit = limit;
      peak = Math.max(peak, value);
      excess = value - limit;
    } else if (since != NEVER) {
      if (broken) {
        breach = state(now);
        brokenMicros += excessMicros;
      }
      allMicros += excessMicros;
      longest = Math.max(longest, now - since);
      broken = false;
      since = NEVER;
      excess = 0;
    }
  }

  /** When the present excess becomes a breach, or {@link #NEVER}. */
  long nextWakeAt() {
    return since == NEVER || broken ? NEVER : since + bound + 1;
  }

  /** The excess has lasted too long. */
  Breach breaks(long now) {
    accrue(now);
    broken = true;
    return state(NEVER);
  }

  /** The breach that the last look ended, or null. */
  @Nullable
  Breach ended() {
    Breach ended = breach;
    breach = null;
    return ended;
  }

  boolean broken() {
    return broken;
  }

  /** The breach that lasts, with what it has come to at {@code now}. */
  Breach lasting(long now) {
    accrue(now);
    return state(NEVER);
  }

  /** All excess so far, whether it was a breach or not. */
  Overload overload(long now) {
    accrue(now);
    boolean lasts = since != NEVER;
    return new Overload(
        zoneId, phase, (allMicros + (lasts ? excessMicros : 0)) / Micros.SECOND,
        (brokenMicros + (lasts && broken ? excessMicros : 0)) / Micros.SECOND, lasts ? Math.max(longest, now - since) : longest);
  }

  private void accrue(long now) {
    if (since != NEVER) {
      excessMicros += excess * (now - seen);
    }
    seen = now;
  }

  private Breach state(long until) {
    return new Breach(zoneId, phase, peak, limit, since, until, excessMicros / Micros.SECOND);
  }
}
