package io.parkbench.gateway.lease;

/**
 * What one session shall draw, and the most that it could be drawing as far as its station's answers prove. Currents are in
 * 0.1 A per supply phase.
 */
public final class Setpoint {
  private static final int NONE = -1;

  private final int point;
  private final int zone;
  private final int ratedDa;
  private int phases;
  private double wattsPerDa;

  private int targetDa;
  private int confirmedDa;
  private int unansweredDa = NONE;
  private int saidDa;
  private boolean awaiting;
  private boolean refused;
  private boolean silent;
  private boolean reachable = true;
  private boolean stale;

  /**
   * A session's setpoint before the first word about it.
   *
   * @param point the session's charging point, by its order in the site
   * @param zone the zone it hangs on, by its order in the site
   * @param ratedDa what the connector can give at most
   * @param baseDa what the station gives without a setpoint: 0 where it has confirmed its base, else the rating
   */
  public Setpoint(int point, int zone, int ratedDa, int baseDa) {
    this.point = point;
    this.zone = zone;
    this.ratedDa = ratedDa;
    this.confirmedDa = baseDa;
  }

  public int point() {
    return point;
  }

  public int zone() {
    return zone;
  }

  /** The supply phases the session counts on: bit 0 is phase 1. */
  public int phases() {
    return phases;
  }

  /** The power that 0.1 A on each of its phases counts as, W. */
  public double wattsPerDa() {
    return wattsPerDa;
  }

  public void countsOn(int supplyPhases, double watts) {
    phases = supplyPhases;
    wattsPerDa = watts;
  }

  /** What was decided last. */
  public int targetDa() {
    return targetDa;
  }

  public void decide(int da) {
    targetDa = da;
  }

  /** The most that the session could be drawing now: what it counts as in every zone above it. */
  public int heldDa() {
    int lastDa = Math.max(confirmedDa, unansweredDa);
    return refused ? Math.max(lastDa, ratedDa) : lastDa;
  }

  /** The last value the station has agreed to. */
  public int confirmedDa() {
    return confirmedDa;
  }

  /** Whether its station can be told a new value and is expected to obey it. */
  public boolean steerable() {
    return reachable && !refused;
  }

  /** Whether the station has not agreed to its last setpoint, so that the session counts at its rating. */
  public boolean refused() {
    return refused;
  }

  public boolean reachable() {
    return reachable;
  }

  /** Whether nothing is under way and the station should hear the target. */
  boolean due() {
    return steerable() && !awaiting && (stale || targetDa != confirmedDa);
  }

  /** A value went out; the answer is still to come. */
  public void said(int da) {
    saidDa = da;
    unansweredDa = Math.max(unansweredDa, da);
    awaiting = true;
  }

  public boolean awaiting() {
    return awaiting;
  }

  /** The station agreed to the last value said. */
  public void accepted() {
    confirmedDa = saidDa;
    unansweredDa = NONE;
    awaiting = false;
    refused = false;
    silent = false;
    stale = false;
  }

  /** The station answered that it will not follow: it counts at its rating until it accepts a value. */
  public void rejected() {
    unansweredDa = NONE;
    awaiting = false;
    refused = true;
    silent = false;
  }

  /** No answer came in time: counted like a refusal for as long as the link stands. */
  public void unanswered() {
    awaiting = false;
    silent = !refused;
    refused = true;
  }

  /** The link is gone: the session goes on by the last value its station may have heard. */
  public void lost() {
    awaiting = false;
    reachable = false;
    if (silent) {
      refused = false;
      silent = false;
    }
  }

  /** The link is back: what was not answered is said again. */
  public void found() {
    reachable = true;
    stale |= unansweredDa != NONE;
  }

  /** The station has restarted and may have forgotten its setpoint: it is said again. */
  public void forgotten() {
    stale = true;
  }
}
