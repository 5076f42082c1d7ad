package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.lease.Lease;
import io.parkbench.kernel.Micros;

/**
 * How far a station's clock is from ours, and how sure that is (R-LEASE-7). Every timestamp it sends says that its clock is at
 * least so far ahead, for a message takes time; one that was asked for says as much of the other side. All times are in µs.
 */
final class ClockEstimate {
  /** What a clock is taken to gain or lose until it has shown more. */
  private static final double USUAL_DRIFT = 500e-6;

  /** A clock that moved faster than this was set, and does not drift so. */
  private static final double MOST_DRIFT = 0.05;

  /** A message of now that is stamped so long ago was not that long on its way. */
  private static final long LATE = 30 * Micros.SECOND;

  private double drift = USUAL_DRIFT;
  private boolean bounded;
  private boolean any;
  private long low;
  private long high;
  private long at;

  /** The clock may have been set: nothing is known of it any more but its drift. */
  void forget() {
    bounded = false;
    any = false;
  }

  /**
   * A message that came now was stamped by the station.
   *
   * @return whether the clock seems to have been set, so that it should be asked for: forward for sure, or back unless the message is old
   */
  boolean heard(long now, long stamp) {
    age(now);
    long ahead = stamp - now;
    boolean jumped = bounded && ahead > high;
    if (!any || jumped) {
      bounded = false;
      low = ahead;
    } else {
      low = Math.max(low, ahead);
    }
    any = true;
    return jumped || bounded && ahead < low - LATE;
  }

  /**
   * The station's clock showed a time between two, at an instant between two of ours.
   *
   * @param since when it was asked, or later
   */
  void asked(long now, long since, long earliest, long latest) {
    long before = at;
    age(now);
    long least = earliest - now;
    long most = latest - since;
    if (bounded && (least > high || most < low)) {
      long moved = least > high ? least - high : low - most;
      double rate = moved / (double) Math.max(now - before, 1);
      drift = rate < MOST_DRIFT ? Math.max(drift, 2 * rate) : drift;
      low = least;
      high = most;
    } else {
      low = any && low <= most ? Math.max(low, least) : least;
      high = bounded ? Math.min(high, most) : most;
    }
    any = true;
    bounded = true;
  }

  private void age(long now) {
    long widened = any ? (long) ((now - at) * drift) : 0;
    low -= widened;
    high += widened;
    at = now;
  }

  /** Station time minus ours. */
  long offset() {
    return !any ? 0 : bounded ? low + (high - low) / 2 : low;
  }

  /** How far {@link #offset} may be off from now on for {@code ahead}; {@link Lease#ENDLESS} while it is not known. */
  long error(long now, long ahead) {
    return bounded ? (high - low + 1) / 2 + (long) ((now - at + ahead) * drift) + Micros.MILLISECOND : Lease.ENDLESS;
  }
}
