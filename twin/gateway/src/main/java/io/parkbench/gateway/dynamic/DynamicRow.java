package io.parkbench.gateway.dynamic;

/**
 * One limit of a dynamic zone, a phase's current or the power of all: what the meter shows, what of it the cars are known to draw, and so
 * what they may be given. All in one unit, 0.1 A or W.
 */
final class DynamicRow {
  /** So long after an excess has shown the stations have told what their cars draw, and nothing that was done about it shows yet, µs. */
  private static final long ASKED = 500_000;

  private static final long NEVER = Long.MAX_VALUE;

  private final int max;
  private final int guard;

  /** What flows besides what the cars surely draw: at most so much is others'. */
  private final Highest othersMost;

  /** The negative of what flows besides all that cars were seen to draw: at least so much is others'. */
  private final Highest othersLeast;

  /** What the cars were seen to draw, as far back as a reading that has just changed may still show it. */
  private final Highest seenLately;

  private final long shown;

  private int metered;
  private int sure;
  private int seen;
  private int seenByMeter;
  private long seenAt;
  private long askedUntil = NEVER;

  DynamicRow(int max, int guard, DynamicTerms terms) {
    this.max = max;
    this.guard = guard;
    othersMost = new Highest(terms.sampled() + terms.shown());
    othersLeast = new Highest(terms.sampled() + terms.shown());
    seenLately = new Highest(terms.polled());
    shown = terms.shown();
  }

  int max() {
    return max;
  }

  /** The most that may ever be given: production that others make now may end, and the guard is to be free then too. */
  int most() {
    return Math.max(0, max - guard);
  }

  /** Nothing that was read before is believed any more. */
  void forget(long now) {
    othersMost.forget();
    othersLeast.forget();
    seenLately.forget();
    seenLately.put(now, seen);
    seenByMeter = seen;
  }

  /** What the meter shows from now on. */
  void read(long now, int what) {
    if (what > max && what > Math.max(metered, max) + guard) {
      askedUntil = now + ASKED;
    }
    if (what != metered) {
      seenByMeter = seenLately.get(now);
    }
    metered = what;
    compare(now);
  }

  /**
   * What the cars draw by their stations' samples.
   *
   * @param surely by samples that are new enough, of stations that can be reached
   * @param lastSeen by the last samples of all
   */
  void drawn(long now, int surely, int lastSeen) {
    if (sure == surely && seen == lastSeen) {
      return;
    }
    sure = surely;
    seen = lastSeen;
    seenAt = now;
    seenLately.put(now, seen);
    compare(now);
  }

  private void compare(long now) {
    othersMost.put(now, metered - sure);
    othersLeast.put(now, seen - metered);
  }

  /** By how much the meter shows more than the maximum; 0 or less: it does not. */
  int excess() {
    return metered - max;
  }

  /**
   * The most that the cars may have so that an excess ends. It is taken off what they drew when the meter saw it: what they have been cut
   * by since and the meter does not show yet is not cut again.
   */
  int withoutExcess(long now) {
    if (now >= Math.min(askedUntil, seenAt + shown)) {
      seenByMeter = seen;
      askedUntil = NEVER;
    }
    return Math.max(0, max - guard - (metered - seenByMeter));
  }

  /**
   * The most that the others have left for long enough that it is no lag of samples: more than that is of use to nobody. Its last part, the
   * guard, stays for what flows there already, since nothing may be raised into it.
   */
  int worthHaving(long now) {
    long left = (long) max + othersLeast.get(now);
    return Math.max(Math.clamp(left - guard, 0, max), Math.min(Math.clamp(left, 0, max), seen));
  }

  /** The most that may be given: what the meter shows, and all that those told could draw besides, stays a guard below the maximum. */
  int free(long now) {
    return Math.clamp((long) max - guard - othersMost.get(now), 0, most());
  }

  /** When {@link #free} may rise or {@link #worthHaving} fall because time passes, µs. */
  long nextChange(long now) {
    return Math.min(othersMost.fallsAt(now), othersLeast.fallsAt(now));
  }

  /** When {@link #withoutExcess} may fall because time passes, µs; {@link Long#MAX_VALUE} where nothing is in excess. */
  long nextCut() {
    return excess() <= 0 || seenByMeter == seen ? NEVER : Math.min(askedUntil, seenAt + shown);
  }
}
