package io.parkbench.gateway.meter;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a meter's readings can be trusted, and why not (R-DYN-6). Knows no loop: told of readings and misses in order of time,
 * and of the instant it asked to be woken at.
 *
 * <p>A reading that nobody can have measured ends trust at once. One that contradicts what the cars are proven to draw is in doubt, and
 * ends it when it goes on: their samples come late. A rise is always believed. Trust comes back after plausible readings without a break,
 * and zeros count as such only where nothing but cars drew when it went, or, before anything was read, is declared to be.
 */
final class Trust {
  static final long NEVER = Long.MAX_VALUE;

  /** Less than this on all phases is nothing, A. */
  private static final double NOTHING = 0.05;

  /** Below this no meter measures, A. */
  private static final double LEAST = 0.001;

  /** What a change of draw must come to before a meter must show it, A. */
  private static final double NOTICEABLE = 3;

  /** What samples and readings may differ by besides, of the draw. */
  private static final double CLASS = 0.05;

  /** Before any reading. */
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final TrustTerms terms;

  private boolean trusted;
  private boolean lost = true;
  private boolean missing = true;
  private boolean established;
  private @Nullable Distrust why = Distrust.STARTING;

  private long readAt = LONG_AGO;
  private long plausibleAt = LONG_AGO;
  private long goodSince = NEVER;
  private @Nullable Distrust doubt;
  private long doubtSince;
  private boolean zerosProveNothing;

  /** So much flowed besides cars by the last believed reading that it cannot all have gone at once. */
  private boolean muchFlowed;
  private boolean awaitsChange;

  private long changedAt = NEVER;
  private long epoch;
  private boolean compares;
  private final double[] before = new double[3];

  Trust(TrustTerms terms) {
    this.terms = terms;
    zerosProveNothing = terms.others();
  }

  /** Whether readings may steer. */
  boolean trusted() {
    return trusted;
  }

  /** Whether the last poll brought no plausible reading: nothing may be raised by older ones. */
  boolean missing() {
    return missing;
  }

  /** No plausible reading for the freshness, or no trust yet at all; until there is trust again. */
  boolean lost() {
    return lost;
  }

  /** Whether it has been trusted since it was last heard after a silence. */
  boolean established() {
    return established;
  }

  /** Why it is not trusted, or the last poll is missing; null if all is well. */
  @Nullable
  Distrust why() {
    return why;
  }

  /** Whether the same reading and the same draw again would change nothing. */
  boolean settled() {
    return trusted && !missing && compares;
  }

  /** The same reading and draw again, when {@link #settled}. */
  void again(long now) {
    readAt = now;
    plausibleAt = now;
  }

  /** When {@link #pass} should be called, or {@link #NEVER}. */
  long nextWakeAt() {
    return missing && !lost ? lostAt() : NEVER;
  }

  private long lostAt() {
    long stale = plausibleAt + terms.freshness();
    return doubt == null ? stale : Math.max(stale, doubtSince + patience(doubt));
  }

  private long patience(Distrust with) {
    return with == Distrust.FROZEN ? terms.detection() : terms.settling();
  }

  /**
   * A reading has come.
   *
   * @param amps RMS on supply phases 1 to 3, as read; NaN for not available
   * @param proven what the cars draw there at least
   * @param changed whether any register of the meter has another content than before
   * @param epoch of {@link Charging#epoch}
   * @return whether the reading is plausible, doubts aside
   */
  boolean read(long now, double[] amps, double[] proven, boolean changed, long epoch) {
    readAt = now;
    if (changed || epoch != this.epoch || changedAt == NEVER) {
      changedAt = now;
      this.epoch = epoch;
      compares = false;
    }
    Distrust impossible = impossible(amps);
    if (impossible != null) {
      doubt = null;
      end(now, impossible);
      return false;
    }
    Distrust contradiction = contradiction(amps, proven);
    boolean frozen = isFrozen(now, proven);
    if (contradiction == null && frozen) {
      contradiction = Distrust.FROZEN;
    }
    if (contradiction != null) {
      wonder(now, contradiction);
      return true;
    }
    doubt = null;
    accept(now, amps, proven, changed);
    return true;
  }

  private @Nullable Distrust impossible(double[] amps) {
    for (double a : amps) {
      if (Double.isNaN(a)) {
        return Distrust.NOT_AVAILABLE;
      }
    }
    for (double a : amps) {
      if (a != 0 && Math.abs(a) < LEAST) {
        return Distrust.SUBNORMAL;
      }
      if (a < 0 || a > terms.ceilingAmps()) {
        return Distrust.ABSURD;
      }
    }
    return null;
  }

  private @Nullable Distrust contradiction(double[] amps, double[] proven) {
    if (isNothing(amps) && (trusted && muchFlowed || Math.max(proven[0], Math.max(proven[1], proven[2])) >= NOTICEABLE)) {
      return Distrust.ALL_ZERO;
    }
    for (int phase = 0; terms.belowCars() && phase < 3; phase++) {
      if (amps[phase] < proven[phase] - tolerance(proven[phase])) {
        return Distrust.BELOW_CARS;
      }
    }
    return null;
  }

  private static double tolerance(double proven) {
    return Math.max(NOTICEABLE, CLASS * proven);
  }

  private static boolean isNothing(double[] amps) {
    return amps[0] < NOTHING && amps[1] < NOTHING && amps[2] < NOTHING;
  }

  /**
   * Whether the draw has moved and the meter has not. It is compared with what was proven a sampling time after the meter moved last: samples
   * of what moved the meter come in till then.
   */
  private boolean isFrozen(long now, double[] proven) {
    if (!compares) {
      if (now - changedAt >= terms.sampling()) {
        System.arraycopy(proven, 0, before, 0, 3);
        compares = true;
      }
      return false;
    }
    for (int phase = 0; phase < 3; phase++) {
      if (Math.abs(proven[phase] - before[phase]) >= NOTICEABLE) {
        return true;
      }
    }
    return false;
  }

  private void wonder(long now, Distrust with) {
    if (doubt == null) {
      doubtSince = now;
    }
    doubt = with;
    missing = true;
    goodSince = NEVER;
    if (trusted) {
      why = with;
    }
    if (now - doubtSince >= patience(with)) {
      end(now, with);
    }
  }

  private void accept(long now, double[] amps, double[] proven, boolean changed) {
    if (trusted) {
      plausibleAt = now;
      missing = false;
      why = null;
      remember(amps, proven);
      return;
    }
    awaitsChange &= !changed;
    if (awaitsChange || zerosProveNothing && isNothing(amps)) {
      goodSince = NEVER;
      missing = true;
      why = why == Distrust.STARTING && isNothing(amps) ? Distrust.ALL_ZERO : why;
      pass(now);
      return;
    }
    if (goodSince == NEVER || now - plausibleAt > terms.freshness() / 2) {
      goodSince = now;
    }
    plausibleAt = now;
    missing = false;
    if (now - goodSince >= terms.hold()) {
      trusted = true;
      established = true;
      lost = false;
      why = null;
      remember(amps, proven);
    } else if (why == null || !why.ofReadings()) {
      why = Distrust.STARTING;
    }
  }

  /** What flows besides cars by a believed reading: what later zeros are held against. */
  private void remember(double[] amps, double[] proven) {
    zerosProveNothing = othersDraw(amps, proven, 0);
    muchFlowed = othersDraw(amps, proven, terms.muchAmps());
  }

  /** Whether there is more behind the meter than cars, so that zeros would be news. */
  private static boolean othersDraw(double[] amps, double[] proven, double least) {
    for (int phase = 0; phase < 3; phase++) {
      if (amps[phase] - proven[phase] >= Math.max(least, tolerance(proven[phase]))) {
        return true;
      }
    }
    return false;
  }

  private void end(long now, Distrust reason) {
    trusted = false;
    missing = true;
    goodSince = NEVER;
    why = reason;
    zerosProveNothing |= reason.tooLow();
    awaitsChange = reason == Distrust.FROZEN;
    pass(now);
  }

  /** A poll has brought no reading. */
  void missed(long now, Distrust reason) {
    missing = true;
    boolean stale = now - readAt >= terms.freshness();
    if (trusted || stale) {
      why = reason;
    }
    if (stale && reason.unheard()) {
      established = false;
    }
    pass(now);
  }

  /** Time has passed. */
  void pass(long now) {
    if (!lost && now >= lostAt()) {
      lost = true;
      trusted = false;
      goodSince = NEVER;
      established &= why == null || !why.unheard();
    }
  }
}
