package io.parkbench.gateway.lease;

import io.parkbench.kernel.Micros;
import org.jspecify.annotations.Nullable;

/**
 * What one connector shall have, what it was told, and so the highest current that it could be drawing (R-LEASE-2). Its methods
 * are the events; {@link LeaseBook#step} draws the conclusions. Currents are in 0.1 A per phase, times in µs by a monotonic clock.
 */
public final class Leasehold {
  /** The error of a clock is rounded up to this, so that the ends of leases do not move with every message. */
  private static final long STEP_OF_ERROR = Micros.SECOND;

  final int order;
  final int zone;
  final LeaseTerms terms;
  final LeaseSet leases;

  private final LeaseRules rules;
  private final int ratedDa;
  private final int reachablePhases;
  private final int voltsPerPhase;
  private final boolean keepsLast;

  // not private, so that the model can put a connector into any state it has found
  int phases;
  int wishDa;
  int leastDa;
  int degradedDa;
  int degradedTold;
  Fallback fallback = Fallback.always(0);
  @Nullable Fallback fallbackTold;
  boolean fallbackOutdated;
  int lastSaidDa;
  int baseDa;
  int baseSaidDa;
  boolean patient;
  boolean startable;
  int overdrawnDa;
  int leftDa;
  boolean proved;
  boolean inSession;
  boolean connected;
  int link;
  long clockError = Lease.ENDLESS;
  boolean awaiting;
  boolean stale;
  long renewAt = Lease.ENDLESS;
  long retryAt;
  long retryAfter;
  long sampleAt = Lease.ENDLESS;
  @Nullable Hold hold;

  /** The last raise that was tried; null before the first. */
  @Nullable Attempt tried;

  /** What it counts with may have changed since the book has looked. */
  boolean moved = true;

  /** What it was told last, as the book has seen it; −1 before its first lease. */
  private int newestDa = -1;

  /** What that ends with; above all before its first lease. */
  private int newestFallbackDa = Integer.MAX_VALUE;

  /**
   * An idle connector of which nothing is known yet: it counts with its rating until {@link #proved}.
   *
   * @param order its place in the book
   * @param zone the zone it hangs on, by its place among the hard limits
   * @param ratedDa the most it can give
   * @param reachablePhases the supply phases its wiring reaches: bit 0 is phase 1
   * @param voltsPerPhase what a phase's current counts with in power limits, V
   * @param keepsLast whether it keeps its last setpoint when it is lost (R-DEG-5: DC)
   * @param policy what counts while it is lost
   */
  public Leasehold(
      int order,
      int zone,
      int ratedDa,
      int reachablePhases,
      int voltsPerPhase,
      boolean keepsLast,
      LeaseTerms terms,
      LeasePolicy policy) {
    this(order, zone, ratedDa, reachablePhases, voltsPerPhase, keepsLast, terms, LeaseRules.of(policy));
  }

  Leasehold(
      int order,
      int zone,
      int ratedDa,
      int reachablePhases,
      int voltsPerPhase,
      boolean keepsLast,
      LeaseTerms terms,
      LeaseRules rules) {
    this.order = order;
    this.zone = zone;
    this.ratedDa = ratedDa;
    this.reachablePhases = reachablePhases;
    this.voltsPerPhase = voltsPerPhase;
    this.keepsLast = keepsLast || rules.endless();
    this.terms = terms;
    this.rules = rules;
    leases = new LeaseSet(terms, rules);
    phases = reachablePhases;
    baseDa = ratedDa;
    baseSaidDa = ratedDa;
    retryAfter = terms.retry();
  }

  // what counts

  /** The highest current that it could be drawing at {@code at}, if nothing more is said (R-LEASE-2). */
  public int worstCaseDa(long at) {
    return Math.max(sessionDa(at), startDa());
  }

  /**
   * The most that an obedient station may have let it draw at {@code at}, a moment ago: what it has agreed to has had {@code settle} to
   * be followed, and what it has not answered yet may be in force.
   */
  public int allowedDa(long at, long settle) {
    return inSession ? leases.allowedDa(at, settle) : Math.max(baseDa, baseSaidDa);
  }

  /**
   * The most that a profile of its session may give at {@code at}: the one its station has agreed to last, and those told since. What
   * a car may still be drawing by an older one does not count here.
   */
  public int toldDa(long at) {
    return leases.toldDa(at);
  }

  /**
   * The highest current that it is allowed at {@code at} whichever of its leases is in force, and however its clock runs: to say so
   * again makes nothing worse. One that may have fallen back has no claim to what it had.
   */
  int surelyDa(long at) {
    boolean byLeases = proved && inSession && rules.keep(LeaseRule.COUNT_WORST_CASE);
    return byLeases ? Math.max(leases.surelyDa(at), startDa()) : worstCaseDa(at);
  }

  /** The highest it could be drawing at {@code now} or later, if nothing more is said: what it is laid out with while it is lost. */
  public int peakDa(long now) {
    if (!rules.keep(LeaseRule.COUNT_WORST_CASE)) {
      return sessionDa(now);
    }
    return Math.max(proved ? leases.peakDa(now) : inSession ? ratedDa : 0, startDa());
  }

  /** The part of the worst case on the phases of the session's conductors. */
  int sessionDa(long at) {
    if (!rules.keep(LeaseRule.COUNT_WORST_CASE)) {
      return !inSession ? 0 : connected ? wishDa : rules.lostDa(wishDa, degradedTold);
    }
    return proved ? leases.worstDa(at) : inSession ? ratedDa : 0;
  }

  /** The part of it on all phases the connector reaches: any car could start there. */
  int startDa() {
    if (overdrawnDa > 0) {
      return Math.max(ratedDa, overdrawnDa);
    }
    if (!startable || !rules.keep(LeaseRule.COUNT_IDLE)) {
      return leftDa;
    }
    return Math.max(leftDa, proved ? Math.max(baseDa, baseSaidDa) : ratedDa);
  }

  /** What it counts with on supply phase 0…2, 0.1 A, or as power, 0.1 W, if its session may draw the one and a start the other. */
  int counted(int session, int start, int kind) {
    if (kind == HardLimits.POWER) {
      return Math.max(session * dwPerDa(), start * voltsPerPhase * Integer.bitCount(reachablePhases));
    }
    int bit = 1 << kind;
    return Math.max((phases & bit) != 0 ? session : 0, (reachablePhases & bit) != 0 ? start : 0);
  }

  /** What 0.1 A more of the session adds to a row of this kind. */
  int weight(int kind) {
    return kind == HardLimits.POWER ? dwPerDa() : phases >> kind & 1;
  }

  /** The power that 0.1 A on each of the session's phases counts as, 0.1 W. */
  private int dwPerDa() {
    return voltsPerPhase * Integer.bitCount(phases);
  }

  /** The supply phases that its session counts on: bit 0 is phase 1. */
  public int phases() {
    return phases;
  }

  // events: the session

  /** A session has begun, with the base or what was left there. */
  public void begun(long now) {
    moved = true;
    inSession = true;
    wishDa = 0;
    leases.sent.clear();
    leases.sent.add(Lease.endless(Math.max(leftDa, Math.max(baseDa, baseSaidDa)), now));
    leftDa = 0;
    stale = true;
    awaiting = false;
    lastSaidDa = 0;
    retryAt = 0;
    renewAt = Lease.ENDLESS;
    sampleAt = Lease.ENDLESS;
  }

  /**
   * The session is over, but its profiles named no transaction: what of them may lie there may hold for one that has begun and is not
   * told of yet. It counts until {@link #nothingLeft}, or until the next session takes it over.
   */
  public void endedWithoutId(long now) {
    int da = leases.leftDa(now);
    ended();
    leftDa = da;
  }

  /** No profile of a session lies there any more. */
  public void nothingLeft() {
    moved = true;
    leftDa = 0;
  }

  /** What profiles of a session that is over may still give, 0.1 A. */
  public int leftDa() {
    return leftDa;
  }

  /** The session is over: leases of its transaction lie nowhere any more. */
  public void ended() {
    moved = true;
    inSession = false;
    wishDa = 0;
    awaiting = false;
    leases.sent.clear();
    renewAt = Lease.ENDLESS;
    sampleAt = Lease.ENDLESS;
    phases = reachablePhases;
  }

  /** The session counts on these supply phases from now on (R-ALLOC-1). */
  public void countsOn(int supplyPhases) {
    moved |= phases != supplyPhases;
    phases = supplyPhases;
  }

  /**
   * The allocation has decided.
   *
   * @param da what the session shall have
   * @param least the least that is of use to its car, 0.1 A: less than this is not given in part
   */
  public void wish(int da, int least) {
    moved |= wishDa != da && !rules.keep(LeaseRule.COUNT_WORST_CASE);
    wishDa = da;
    leastDa = least;
  }

  /** Whether its car wants nothing now, so that a lease at or below its degraded value may last longer. */
  public void patient(boolean wantsNothing) {
    patient = wantsNothing;
  }

  /** How long its next lease is to last, if that harms nobody, µs. */
  long fullLength() {
    return keepsLast ? Lease.ENDLESS : patient && wishDa <= degradedDa ? terms.patientLength() : terms.length();
  }

  /** The degraded value its leases shall end with, at all times. */
  public void degraded(int da) {
    degraded(Fallback.always(da), 0);
  }

  /**
   * The degraded values its leases shall end with (R-DEG-1); told anew when what is to come has changed (R-DEG-9). It counts with the
   * highest of them.
   */
  public void degraded(Fallback values, long now) {
    if (values.equals(fallback)) {
      return;
    }
    fallback = values;
    degradedDa = Math.min(values.mostDa(), ratedDa);
    boolean varies = !values.isConstant() || fallbackTold != null && !fallbackTold.isConstant();
    fallbackOutdated = varies && fallbackTold != null && !fallbackTold.agrees(values, now);
  }

  /**
   * The most that it is left with while it cannot be told: like {@link #peakDa}, but what it has surely fallen back to goes with the tariffs
   * that it was told of. Enough for soft limits only (R-LEASE-6).
   */
  public int heldDa(long now) {
    Fallback told = fallbackTold;
    int peakDa = peakDa(now);
    if (connected || told == null || told.isConstant() || clockError == Lease.ENDLESS || !leases.allRunOut(now)) {
      return peakDa;
    }
    long slack = clockError + terms.settle();
    return Math.min(peakDa, Math.max(told.da(now - slack), told.da(now + slack)));
  }

  /** When {@link #heldDa} changes next by the tariffs, µs; {@link Lease#ENDLESS} if it does not. */
  public long heldUntil(long now) {
    Fallback told = fallbackTold;
    if (connected || told == null || told.isConstant() || clockError == Lease.ENDLESS) {
      return Lease.ENDLESS;
    }
    long slack = clockError + terms.settle();
    long next = Lease.ENDLESS;
    for (Fallback.Step step : told.steps()) {
      for (long at : new long[] {step.from() - slack, step.from() + slack}) {
        next = at > now ? Math.min(next, at) : next;
      }
    }
    return next;
  }

  /** What its leases shall end with, 0.1 A by the time. */
  public Fallback fallback() {
    return fallback;
  }

  // events: what a car gets before its first lease

  /** Whether a session could start without asking: plug and charge, cache, local list, or an Authorize answered (R-LEASE-2). */
  public void startable(boolean withoutAsking) {
    moved |= startable != withoutAsking;
    startable = withoutAsking;
  }

  /**
   * It draws more than it may, with a session or without: it counts at its rating, or at the most that was seen, if that is more
   * (R-ALLOC-11).
   *
   * @param da what it draws, 0.1 A; 0: no more than it may
   * @return whether it counts otherwise than before
   */
  public boolean overdraws(int da) {
    int beforeDa = startDa();
    overdrawnDa = da == 0 ? 0 : Math.max(overdrawnDa, da);
    boolean other = startDa() != beforeDa;
    moved |= other;
    return other;
  }

  /** The base was told to the station: the higher one counts until it is answered. */
  public void baseSaid(int da) {
    moved = true;
    baseSaidDa = Math.max(baseSaidDa == baseDa ? 0 : baseSaidDa, da);
  }

  /** The station agreed to this base. */
  public void baseAccepted(int da) {
    moved = true;
    baseDa = da;
    baseSaidDa = da;
  }

  /** The station refused the base told last. */
  public void baseRefused() {
    moved = true;
    baseSaidDa = baseDa;
  }

  /** The station has restarted: its session, if it goes on, has the base again. */
  public void forgotten(long now) {
    moved = true;
    if (inSession) {
      leases.sent.addFirst(Lease.endless(Math.max(baseDa, baseSaidDa), now));
      stale = true;
    }
  }

  // events: what the station says

  /** It agreed to the lease said last. */
  public void accepted(long now) {
    if (!awaiting) {
      return;
    }
    moved = true;
    awaiting = false;
    stale = false;
    retryAt = 0;
    retryAfter = terms.retry();
    leases.accept(now);
    sampleAt = leases.awaitsSample(now) ? now + terms.settle() : Lease.ENDLESS;
  }

  /** It will not follow: the lease never lay there, and the connector counts with its rating until it is proved (R-LEASE-4). */
  public void refused(long now) {
    if (!awaiting) {
      return;
    }
    moved = true;
    awaiting = false;
    leases.sent.removeLast();
    proved = false;
    again(now);
  }

  /** No answer came: the lease may lie there, and is said again a little later. */
  public void timedOut(long now) {
    if (!awaiting) {
      return;
    }
    notAnswered(now);
    again(now);
  }

  private void again(long now) {
    stale = true;
    retryAt = now + retryAfter;
    retryAfter = Math.min(2 * retryAfter, terms.length());
  }

  private void notAnswered(long now) {
    moved = true;
    awaiting = false;
    stale = true;
    if (!rules.keep(LeaseRule.SILENCE_IS_NO_ANSWER)) {
      leases.accept(now);
    } else if (!rules.keep(LeaseRule.COUNT_UNANSWERED)) {
      leases.sent.removeLast();
    }
  }

  /**
   * A plausible sample of its currents; an implausible one is no sample and is not to be given here.
   *
   * @param da the highest phase, 0.1 A, rounded up
   * @param takenAt when it was taken at the earliest, the error of the station's clock taken off
   */
  public void sampled(long now, int da, long takenAt) {
    Lease newest = leases.accepted();
    if (newest == null) {
      return;
    }
    int limitDa = rules.keep(LeaseRule.TOLERANCE) ? terms.withToleranceDa(newest.valueDa()) : newest.valueDa();
    if ((takenAt >= newest.acceptedAt() + terms.settle() || !rules.keep(LeaseRule.SAMPLE_AFTER_SETTLING))
        && (da <= limitDa || !rules.keep(LeaseRule.SAMPLE_BELOW_LIMIT))) {
      moved |= leases.confirm(now);
      sampleAt = Lease.ENDLESS;
    }
  }

  /** GetCompositeSchedule and draw agree with what it was told (R-LEASE-4). */
  public void proved() {
    moved |= !proved;
    proved = true;
  }

  /** It was seen not to obey. */
  public void unproved() {
    moved |= proved;
    proved = false;
  }

  // events: link and clock

  /** Its link is closed or silent (R-DEG-8). */
  public void lost(long now) {
    moved = true;
    connected = false;
    sampleAt = Lease.ENDLESS;
    if (awaiting) {
      notAnswered(now);
    }
  }

  /** It is back, on another link: its lease is said again. */
  public void found(long now) {
    moved = true;
    if (awaiting) {
      notAnswered(now);
    }
    connected = true;
    link++;
    stale = true;
    retryAt = 0;
    retryAfter = terms.retry();
  }

  /** How far the station's clock may be from what is thought of it, now and over a lease, µs; {@link Lease#ENDLESS} if that is not known. */
  public void clockError(long now, long most) {
    clockError(now, most, most);
  }

  /**
   * How far the station's clock may be from what is thought of it; {@link Lease#ENDLESS} if that is not known. As long as the clock
   * does what was thought of it, this is no news of the leases that lie there, and their ends stay where they are. What has run out
   * has run out: others may have its room.
   *
   * @param most now, µs
   * @param mostThen after {@link #longest} from now, µs
   */
  public void clockError(long now, long most, long mostThen) {
    for (int i = 0; i < leases.sent.size(); i++) {
      Lease lease = leases.sent.get(i);
      if (lease.length() != Lease.ENDLESS && lease.latestEnd() > now) {
        double share = (lease.sentAt() + lease.length() - now) / (double) longest();
        Lease since = lease.clockError(withSteps(most == Lease.ENDLESS ? most : most + (long) ((mostThen - most) * share)),
            terms.settle());
        if (!since.equals(lease)) {
          moved = true;
          leases.sent.set(i, since);
        }
      }
    }
    clockError = withSteps(mostThen);
  }

  private long withSteps(long error) {
    if (!rules.keep(LeaseRule.COUNT_CLOCK_ERROR)) {
      return 0;
    }
    return error == Lease.ENDLESS ? error : Math.ceilDiv(error, STEP_OF_ERROR) * STEP_OF_ERROR;
  }

  // questions

  public boolean connected() {
    return connected;
  }

  public boolean isProved() {
    return proved;
  }

  public boolean inSession() {
    return inSession;
  }

  public boolean awaiting() {
    return awaiting;
  }

  /** What was decided last, 0.1 A. */
  public int wishDa() {
    return wishDa;
  }

  /** When the last lease that lets it have more than it falls back to has run out for sure, µs; in the past if all have. */
  public long fallenBackAt() {
    return leases.fallenBackAt();
  }

  /** What its leases shall end with, 0.1 A. */
  public int degradedDa() {
    return degradedDa;
  }

  /** What the station has agreed to last; null before its first lease. */
  public @Nullable Lease confirmed() {
    return leases.accepted();
  }

  /** What it was told last; null before its first lease. */
  public @Nullable Lease said() {
    return leases.newest();
  }

  /** Why it has not what was decided; null if nothing holds it back. */
  public @Nullable Hold hold() {
    return hold;
  }

  /** What a phase's current counts with in power limits, V. */
  public int voltsPerPhase() {
    return voltsPerPhase;
  }

  /** The longest that a lease of it may last, µs. */
  public long longest() {
    return terms.patientLength();
  }

  /** Its place in the book. */
  public int order() {
    return order;
  }

  // what the book asks and does

  /** The book looks: what has run out by {@code now} counts no more. */
  void look(long now) {
    leases.runOut(now);
    Lease newest = leases.newest();
    newestDa = newest == null ? -1 : newest.valueDa();
    newestFallbackDa = newest == null ? Integer.MAX_VALUE : newest.degradedDa();
    moved = false;
  }

  boolean keepsLast() {
    return keepsLast;
  }

  /** Whether it can be told something now. */
  boolean open(long now) {
    return inSession && connected && !awaiting && retryAt <= now;
  }

  boolean cutDue() {
    return newestDa < 0 || wishDa < newestDa;
  }

  /** A cut that was not tried yet waits for nothing but the answer that is due. */
  boolean newCutDue() {
    return inSession && connected && !awaiting && wishDa < lastSaidDa;
  }

  boolean raiseDue() {
    return newestDa >= 0 && wishDa > newestDa;
  }

  boolean renewalDue(long now) {
    return stale || now >= renewAt
        || !keepsLast && (degradedTold != degradedDa || fallbackOutdated) && rules.keep(LeaseRule.RESEND_DEGRADED);
  }

  /** Whether what it was told last ends with less than its degraded value. */
  boolean fallbackShort() {
    return inSession && !keepsLast && newestFallbackDa < degradedDa && rules.keep(LeaseRule.RESEND_DEGRADED);
  }

  /** When a fallback that is too low may be mended at the earliest: not in the midst of many changes, µs. */
  long mendableAt() {
    Lease newest = leases.newest();
    return newest == null || !newest.accepted() ? Lease.ENDLESS : newest.acceptedAt() + terms.retry();
  }

  void said(Lease lease, long renewal) {
    moved = true;
    leases.add(lease);
    degradedTold = degradedDa;
    fallbackTold = fallback;
    fallbackOutdated = false;
    awaiting = true;
    stale = false;
    renewAt = renewal;
    sampleAt = Lease.ENDLESS;
    lastSaidDa = lease.valueDa();
  }

  /** When time alone lets something happen here, µs. */
  long nextWakeAt(long now, boolean samples) {
    long next = connected && samples ? sampleAt : Lease.ENDLESS;
    if (inSession && connected && !awaiting) {
      next = Math.min(next, Math.max(retryAt, stale ? now : renewAt));
    }
    return Math.min(next, leases.nextEndAt(now));
  }
}
