package io.parkbench.plant.car;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.pilot.Cable;
import io.parkbench.plant.pilot.PilotState;
import io.parkbench.plant.quirk.Quirk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One car at its socket: turns the current that the pilot offers into the current it draws (R-EV-1). A pure state machine
 * over time given from outside: the draw is constant between changes, each change has a computed instant
 * ({@link #nextWakeAt}), so the energy is exact and nothing ticks.
 *
 * <p>A new offer is followed after the model's reaction time; offers that come meanwhile do not prolong it, the newest
 * counts. Instants given to the methods must not go back.
 */
public final class Car {
  /** What {@link #nextWakeAt} says when nothing will change by itself. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Of every battery, V: at a DC connector power is what matters. */
  public static final double DC_VOLTS = 400;

  private static final double WATT_MICROS_PER_WH = 3_600.0 * Micros.SECOND;
  private static final double ROUNDING_WH = 1e-6;

  private final CarModel model;
  private final double firstStateOfCharge;
  private final double wantedWh;
  private final double endWh;
  private final long reaction;
  private final CarQuirks quirks;

  private boolean plugged = true;
  private boolean dc;
  private @Nullable Cable cable;
  private double dialledAmps = Double.POSITIVE_INFINITY;
  private double offeredAmps;
  private int offeredPhases = 1;
  private double offeredVolts;
  private long followAt = NEVER;

  private double followedAmps;
  private int followedPhases = 1;
  private double volts;
  private boolean started;
  private boolean asleep;
  private boolean offeredAsleep;
  private boolean done;

  private double amps;
  private double watts;
  private double sinceWh;
  private long since;
  private long changeAt = NEVER;

  /**
   * A car that has just been plugged in and is offered nothing yet.
   *
   * @param stateOfCharge 0 to 1
   * @param wantedWh energy it wants from the socket (not in the battery), 0 or more; it stops there, or when full
   */
  public Car(CarModel model, double stateOfCharge, double wantedWh) {
    if (!(stateOfCharge >= 0 && stateOfCharge <= 1 && wantedWh >= 0)) {
      throw new IllegalArgumentException(
          "state of charge 0 to 1, wanted energy 0 or more: " + stateOfCharge + ", " + wantedWh);
    }
    this.model = model;
    this.firstStateOfCharge = stateOfCharge;
    this.wantedWh = wantedWh;
    this.endWh = Math.min(wantedWh, drawnAt(1));
    this.reaction = Micros.of(model.reaction());
    this.quirks = new CarQuirks(model);
    this.done = endWh <= ROUNDING_WH;
  }

  /**
   * The pilot's current changes.
   *
   * @param amps per conductor; 0 = the car may not charge
   * @param phases of the connector, 1 or 3
   * @param volts line to neutral
   * @return whether the draw changed already at {@code now}
   */
  public boolean offered(long now, double amps, int phases, double volts) {
    double before = advance(now);
    if (plugged && (amps != offeredAmps || phases != offeredPhases || volts != offeredVolts)) {
      offeredAmps = amps;
      offeredPhases = phases;
      offeredVolts = volts;
      if (followAt == NEVER) {
        followAt = now + quirks.reaction(reaction);
      }
      advance(now);
    }
    return watts != before;
  }

  /**
   * A DC connector gives power past the onboard charger: on one pair of conductors, and as little as it likes.
   *
   * @param watts 0 = the car may not charge
   * @return whether the draw changed already at {@code now}
   */
  public boolean offeredDc(long now, double watts) {
    return offered(now, watts / DC_VOLTS, 1, DC_VOLTS);
  }

  /** Its driver brings this cable along, for stations without one of their own; at first one that carries whatever is offered. */
  public Car with(Cable other) {
    cable = other;
    return this;
  }

  /** What its cable can carry per conductor, A. */
  public double cableAmps() {
    return cable == null ? Double.POSITIVE_INFINITY : cable.amps();
  }

  /**
   * Its driver sets the most it shall draw, as many cars let them; 0 is a car that asks for nothing. Returns whether the draw changed.
   *
   * @param amps per conductor, 0 or more; what its onboard charger cannot do, it does not
   */
  public boolean dial(long now, double amps) {
    if (!(amps >= 0)) {
      throw new IllegalArgumentException("a current is 0 A or more: " + amps);
    }
    double before = advance(now);
    dialledAmps = amps;
    settle(now);
    return watts != before;
  }

  /** Whether the connector it is plugged into is one of DC; it is not at first. */
  public void atDc(boolean dc) {
    this.dc = dc;
  }

  /** The contactor opens: the draw ends at once, and nothing is offered any more. Returns whether the draw changed. */
  public boolean cut(long now) {
    double before = advance(now);
    offeredAmps = 0;
    follow(now);
    return watts != before;
  }

  /** The plug is pulled: {@link PilotState#A}, no draw. Returns whether the draw changed. */
  public boolean unplug(long now) {
    double before = advance(now);
    plugged = false;
    offeredAmps = 0;
    follow(now);
    return watts != before;
  }

  /** The plug is put in again: wakes a car that {@link Wake#NEEDS_REPLUG}. It is offered nothing until told so. */
  public void replug(long now) {
    unplug(now);
    plugged = true;
    if (quirks.wake(model.wake()) != Wake.NEVER) {
      started = false;
      asleep = false;
      quirks.replugged();
    }
  }

  /**
   * Switches a quirk on or off (R-EV-1). Returns whether the draw changed.
   *
   * @throws IllegalArgumentException for a quirk of chargers
   */
  public boolean quirk(long now, Quirk quirk, boolean on) {
    double before = advance(now);
    if (quirks.quirks().set(quirk, on)) {
      settle(now);
    }
    return watts != before;
  }

  /** The quirks it has now, those of its model among them. */
  public List<Quirk> quirks() {
    return quirks.quirks().all();
  }

  /** What was due up to {@code now} happens, at its exact instants. Returns whether the draw changed. */
  public boolean wake(long now) {
    double before = advance(now);
    return watts != before;
  }

  /** When the draw will next change by itself, or {@link #NEVER}. */
  public long nextWakeAt() {
    return Math.min(followAt, changeAt);
  }

  /** Present draw per conductor, A. */
  public double amps(long now) {
    return amps;
  }

  /** Conductors it draws from, counted from the connector's L1: 1, 2 or 3 (also while it draws nothing); 1 of DC. */
  public int conductors() {
    return Math.min(model.phases(), followedPhases);
  }

  /** Present draw over all conductors, W. */
  public double watts(long now) {
    return watts;
  }

  /** Drawn from the socket so far, Wh: the exact integral. */
  public double energyWh(long now) {
    return watts == 0 ? sinceWh : Math.min(endWh, sinceWh + watts * (now - since) / WATT_MICROS_PER_WH);
  }

  /** State of charge, 0 to 1. */
  public double stateOfCharge(long now) {
    return Math.min(1, firstStateOfCharge + energyWh(now) * model.efficiency() / model.batteryWh());
  }

  public PilotState state() {
    if (!plugged) {
      return PilotState.A;
    }
    return watts > 0 ? PilotState.C : PilotState.B;
  }

  /** Whether it would charge if it were offered enough: plugged in, awake, neither full nor content. */
  public boolean wantsEnergy() {
    return plugged && !asleep && !done;
  }

  /** The least current per conductor on which it charges, A; 0 of DC. */
  public double leastAmps() {
    return dc ? 0 : quirks.least(model, conductors());
  }

  /** The most it would draw per conductor at its present state of charge, A; 0 once it has what it came for. */
  public double mostAmps(long now) {
    return done ? 0 : cap(step(energyWh(now)));
  }

  /** The most it would take of DC at its present state of charge, W; 0 once it has what it came for. */
  public double mostDcWatts(long now) {
    return done ? 0 : model.dcWatts() * model.taper().share(step(energyWh(now)));
  }

  /** The energy it came for, Wh at the socket. */
  public double wantedWh() {
    return wantedWh;
  }

  public CarModel model() {
    return model;
  }

  /** Lets due changes happen in order; returns the draw (W) that was in force before the first of them. */
  private double advance(long now) {
    double before = watts;
    for (long at = nextWakeAt(); at <= now; at = nextWakeAt()) {
      if (at == followAt) {
        follow(at);
      } else {
        settle(at);
      }
    }
    return before;
  }

  private void follow(long at) {
    followAt = NEVER;
    settleEnergy(at);
    followedAmps = offeredAmps;
    followedPhases = offeredPhases;
    volts = offeredVolts;
    settle(at);
  }

  private void settleEnergy(long at) {
    sinceWh = energyWh(at);
    since = at;
  }

  /** Decides the draw from {@code at} on, and when it ends. */
  private void settle(long at) {
    settleEnergy(at);
    if (sinceWh >= endWh - ROUNDING_WH) {
      sinceWh = endWh;
      done = true;
    }
    boolean enough = plugged && followedAmps > 0 && followedAmps >= leastAmps();
    sleepOrWake(enough);
    int step = step(sinceWh);
    amps = quirks.draw(at, enough && !asleep && !done ? Math.min(followedAmps, cap(step)) : 0, cap(step));
    watts = amps * volts * conductors() * (dc ? 1 : quirks.powerFactor(amps));
    started |= watts > 0;
    changeAt = Math.min(quirks.nextMood(), watts == 0 ? NEVER : at + microsUntil(nextMark(step)));
  }

  private void sleepOrWake(boolean enough) {
    if (asleep && enough) {
      offeredAsleep = true;
    } else if (asleep && offeredAsleep && quirks.wakesAtSecondOffer()) {
      asleep = false;
      started = false;
    }
    if (started && !enough) {
      quirks.paused();
      if (!asleep && quirks.wake(model.wake()) != Wake.RESUMES) {
        asleep = true;
        offeredAsleep = false;
      }
    }
  }

  /** Most it draws per conductor in a step of its taper, A. */
  private double cap(int step) {
    return Math.min(dialledAmps, (dc ? model.dcWatts() / DC_VOLTS : model.maxAmps()) * model.taper().share(step));
  }

  /** The step of the taper in force once {@code wh} are drawn; -1 before the first. */
  private int step(double wh) {
    int step = -1;
    while (step + 1 < model.taper().steps() && drawnAt(model.taper().begins(step + 1)) <= wh + ROUNDING_WH) {
      step++;
    }
    return step;
  }

  /** Energy at which the present draw ends: the first step that allows less, or the end. */
  private double nextMark(int step) {
    for (int next = step + 1; next < model.taper().steps(); next++) {
      if (cap(next) < amps) {
        return Math.min(endWh, drawnAt(model.taper().begins(next)));
      }
    }
    return endWh;
  }

  private long microsUntil(double wh) {
    return Math.max(1, (long) Math.ceil((wh - sinceWh) * WATT_MICROS_PER_WH / watts));
  }

  /** What the socket has given when the battery has reached a state of charge, Wh. */
  private double drawnAt(double stateOfCharge) {
    return (stateOfCharge - firstStateOfCharge) * model.batteryWh() / model.efficiency();
  }
}
