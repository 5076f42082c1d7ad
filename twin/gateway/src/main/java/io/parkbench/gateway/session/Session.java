package io.parkbench.gateway.session;

import io.parkbench.gateway.lease.Leasehold;
import io.parkbench.gateway.limits.TariffClock;
import io.parkbench.gateway.site.Settings;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One charging session from StartTransaction to its end: who charges where, what was received, and what it shall have. */
public final class Session {
  private final Site site;
  private final int transactionId;
  private final ChargingPoint point;
  private final String idTag;
  private final Entitlement entitlement;
  private final Start start;
  private final EnergyCount energy;
  private final EnergyByPeriod periods;
  private final ConductorLearning conductors;
  private final Appetite appetite;
  private final @Nullable Frugality frugality;
  private final PauseHygiene hygiene;
  private Reason reason = new Reason(Reason.Rule.WAITING, null, 0, "The session has just begun.");
  private final int launchDa;
  private boolean sampled;
  private long sampledAt = -1;
  private int setpointDa;
  private boolean refused;
  private boolean compared;
  private boolean silent;
  private long silentSince;
  private long chargedMicros;
  private long chargingSince = -1;
  private boolean knownByAnotherId;
  private final double[] supplyAmps = new double[3];

  /**
   * How a session began.
   *
   * @param at when the gateway heard of it, µs
   * @param stamp when it was by the station's clock, µs
   * @param registerWh the station's energy register then
   */
  public record Start(long at, long stamp, int registerWh) {
    private static final long LATE = Micros.MINUTE;
    private static final long PATIENCE = 5 * Micros.SECOND;

    /**
     * From when on the session is given current: at once, unless its station has handed it in late. Then it may be over already,
     * and its end is waited for a little before others give way to it.
     */
    public long servedFrom() {
      return at - stamp > LATE ? at + PATIENCE : at;
    }
  }

  public Session(
      Site site, int transactionId, ChargingPoint point, String idTag, Entitlement entitlement, Start start,
      EnergyByPeriod periods) {
    this(
        site, transactionId, point, idTag, entitlement, start, periods,
        new EnergyCount(point.connector().maxW(), start.registerWh(), start.at(), start.stamp()));
  }

  private Session(
      Site site, int transactionId, ChargingPoint point, String idTag, Entitlement entitlement, Start start,
      EnergyByPeriod periods, EnergyCount energy) {
    this.energy = energy;
    this.periods = periods;
    this.site = site;
    this.transactionId = transactionId;
    this.point = point;
    this.idTag = idTag;
    this.entitlement = entitlement;
    this.start = start;
    conductors = new ConductorLearning(point.reachablePhases(), Micros.of(site.settings().learnConductors()));
    appetite = appetite(site.settings(), !point.connector().dc());
    frugality = frugality(site.settings().optimisation(), point);
    launchDa = site.settings().launchDa();
    hygiene = new PauseHygiene(
        Micros.of(site.settings().minimumOn()), Micros.of(site.settings().minimumPause()), site.settings().pausesPerHour());
    count();
  }

  private static Appetite appetite(Settings settings, boolean learns) {
    return new Appetite(
        Micros.of(settings.idleRelease()), Micros.of(settings.suspendedRelease()), Micros.of(settings.shedReview()), learns);
  }

  private static @Nullable Frugality frugality(Settings.Optimisation how, ChargingPoint point) {
    return how.on() && !point.connector().dc()
        ? new Frugality(how.deadBandDa(), how.headroomDa(), Micros.of(how.hold())) : null;
  }

  /** A session that was open before the gateway was restarted, as far as its points, cards and tariffs are still known. */
  public static Session goingOn(
      Site site, Carried.Open before, ChargingPoint point, Entitlement entitlement, Supplier<TariffClock> tariffs) {
    return new Session(
        site, before.transactionId(), point, before.idTag(), entitlement, before.start(), before.periods().goingOn(tariffs),
        before.energy());
  }

  Carried.Open carried() {
    return new Carried.Open(
        transactionId, point.station().id(), point.connector().number(), idTag, start, energy, periods);
  }

  public int transactionId() {
    return transactionId;
  }

  /** The id its profiles name; null where the station knows the session by none or another, so that they hold for whatever runs there. */
  public @Nullable Integer profileTransactionId() {
    return knownByAnotherId ? null : Integer.valueOf(transactionId);
  }

  /** The station refuses a profile that names the session's id: the answer that told it the id may have been lost. */
  public void profileRefused() {
    knownByAnotherId = true;
  }

  public ChargingPoint point() {
    return point;
  }

  public String idTag() {
    return idTag;
  }

  public Entitlement entitlement() {
    return entitlement;
  }

  public Start start() {
    return start;
  }

  /** What its connector was told, and what it could be drawing. */
  public Leasehold lease() {
    return point.lease();
  }

  /** What was decided last, 0.1 A per phase. */
  public int setpointDa() {
    return setpointDa;
  }

  public Reason reason() {
    return reason;
  }

  /** Takes a decision over: {@code da} in 0.1 A per phase. */
  public void decide(int da, Reason why) {
    setpointDa = da;
    reason = why;
  }

  /** The least it can charge with, 0.1 A (R-ALLOC-3), as far as its car has shown; never above {@link #maximumDa}. */
  public int floorDa() {
    int floorDa = point.connector().dc()
        ? point.connector().floorDa()
        : site.floorDa(point.connector(), Integer.bitCount(conductors.phases()));
    return Math.min(Math.max(floorDa, appetite.floorDa()), point.connector().maxDa());
  }

  /** The most it may have, 0.1 A: the connector's rating, what its car takes where that is learnt, or the floor once its reserve is released. */
  public int maximumDa() {
    if (appetite.released()) {
      return Math.max(floorDa(), appetite.offersDa());
    }
    int ratedDa = launching() ? Math.min(Math.max(launchDa, floorDa()), point.connector().maxDa()) : point.connector().maxDa();
    return frugality == null ? ratedDa : Math.min(ratedDa, Math.max(floorDa(), frugality.claimDa()));
  }

  /** Whether it claims no more than its launch current, because no meter values have come yet (R-ALLOC-9). */
  private boolean launching() {
    return launchDa > 0 && !sampled;
  }

  /** Phase to neutral, V, that its current counts with: constant-power loads count at 0.9 of nominal (R-ALLOC-14). */
  public int volts() {
    return point.lease().voltsPerPhase();
  }

  /** The supply phases it counts on: bit 0 is phase 1. */
  public int phases() {
    return conductors.phases();
  }

  /** Whether its draw has shown which conductors the car uses. */
  public boolean conductorsKnown() {
    return conductors.learnt();
  }

  /**
   * Takes in currents per supply phase in A.
   *
   * @return whether the phases it counts on have changed, or its claim
   */
  public boolean drew(long now, double[] amps) {
    System.arraycopy(amps, 0, supplyAmps, 0, 3);
    sampledAt = now;
    boolean launched = launching();
    boolean draws = Math.max(amps[0], Math.max(amps[1], amps[2])) >= ConductorLearning.IN_USE_A;
    boolean claim = draws ? appetite.draws(now) : appetite.quiet(now);
    if (draws) {
      sampled = true;
      claim |= launched;
    }
    if (frugality != null) {
      claim |= frugality.draws(now, (int) Math.ceil(10 * Math.max(amps[0], Math.max(amps[1], amps[2]))));
    }
    if (draws) {
      hygiene.charges(now);
    }
    boolean changed = !point.connector().dc() && conductors.sample(now, amps, floorDa() / 10.0);
    if (changed) {
      count();
    }
    return changed || claim;
  }

  /** The current on supply phase 1, 2 or 3 by the last sample, A; 0 before the first. */
  public double drawnAmps(int phase) {
    return supplyAmps[phase - 1];
  }

  private void count() {
    point.lease().countsOn(conductors.phases());
  }

  /**
   * Takes a reading of the energy register in; see {@link EnergyCount#read}.
   *
   * @param at when it was taken by our clock, µs
   */
  public boolean metered(double registerWh, long heard, long stamp, long at) {
    double before = energy.wh();
    boolean plausible = energy.read(registerWh, heard, stamp);
    if (plausible) {
      periods.add(at, energy.wh() - before);
    }
    return plausible;
  }

  /** The same energy by tariff period, Wh (R-TOU-5). */
  public Map<String, Long> energyByPeriodWh() {
    return periods.wh();
  }

  /** When the last sample of its currents came, µs; −1 before the first. */
  public long sampledAt() {
    return sampledAt;
  }

  /** Its connector's energy register by the last plausible reading, Wh. */
  public double registerWh() {
    return energy.registerWh();
  }

  /** Received since it began, Wh. */
  public double energyWh() {
    return energy.wh();
  }

  /** How long it has charged, µs: the time with a confirmed setpoint above 0. */
  public long chargedMicros(long now) {
    return chargingSince < 0 ? chargedMicros : chargedMicros + now - chargingSince;
  }

  /** The station agreed to a setpoint: from now on this is what the car has to charge with. */
  public void agreed(long now, int da) {
    refused = false;
    chargedMicros = chargedMicros(now);
    chargingSince = da > 0 ? now : -1;
    appetite.offered(now, da);
    if (frugality != null) {
      frugality.offered(now, da);
    }
  }

  /** Whether the station has refused a lease of this session. */
  public boolean refused() {
    return refused;
  }

  public void refused(boolean now) {
    refused = now;
  }

  /** Whether its station has left the last lease unanswered. */
  public boolean isSilent() {
    return silent;
  }

  /** Since when it has, µs, if it has. */
  public long silentSince() {
    return silentSince;
  }

  /** The last lease was left unanswered at {@code now}. */
  public void unanswered(long now) {
    silentSince = silent ? silentSince : now;
    silent = true;
  }

  /** The station has answered. */
  public void answered() {
    silent = false;
  }

  /** Whether its station can be told a new setpoint now and is expected to obey it. */
  public boolean isSteerable() {
    return lease().connected() && lease().isProved() && !silent;
  }

  /** Whether its station was asked what it makes of this session's lease. */
  public boolean compared() {
    return compared;
  }

  public void comparing(boolean done) {
    compared = done;
  }

  /**
   * The station says that the car charges.
   *
   * @return whether its claim has changed
   */
  public boolean charges(long now) {
    hygiene.charges(now);
    return appetite.stirs();
  }

  /** What the car shows of its appetite. */
  public Appetite appetite() {
    return appetite;
  }

  /** How it may be paused and resumed. */
  public PauseHygiene hygiene() {
    return hygiene;
  }

  /** Whether this is the session that a repeated StartTransaction speaks of. */
  public boolean beganWith(String tag, Start repeated) {
    return idTag.equals(tag)
        && start.stamp() == repeated.stamp()
        && start.registerWh() == repeated.registerWh();
  }

  /** The session's priority class; one whose car has long suspended itself comes after all others. */
  public int priorityClass() {
    return appetite.last() ? Entitlement.LAST : Math.max(entitlement.priority(), point.connector().priority());
  }

  /** Whether it is filled before the standard ones (R-ALLOC-6). */
  public boolean vip() {
    return entitlement.vip() && !appetite.last();
  }

  @Override
  public String toString() {
    return "transaction " + transactionId + " at " + point.title();
  }
}
