package io.parkbench.plant.car;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;

/** The seam of the car: from what current on it charges, how fast it follows, how it sleeps, and its moods, by its quirks. */
final class CarQuirks {
  private static final double FLOOR = 6;
  private static final double FLOOR_ON_THREE = 14;
  private static final long SLOW_REACTION = 28 * Micros.SECOND;
  private static final long WARMS_UP_IN = 10 * Micros.MINUTE;
  private static final long COOLS_DOWN_IN = 30 * Micros.SECOND;
  private static final long LAUNCH = 8 * Micros.SECOND;
  private static final double OVERSHOOT = 1.5;
  private static final double POOR_BELOW = 7;
  private static final double POOR_FACTOR = 0.5;

  private final Quirks quirks = Quirks.ofCar();
  private boolean paused;
  private boolean charging;
  private boolean cooling;
  private long nextMood = Car.NEVER;
  private long launchEnds = Car.NEVER;

  CarQuirks(CarModel model) {
    quirks.add(model.quirks());
  }

  Quirks quirks() {
    return quirks;
  }

  /** The least current per conductor on which it charges, A. */
  double least(CarModel model, int conductors) {
    double least = model.minAmps();
    if (quirks.isEmpty()) {
      return least;
    }
    if (quirks.has(Quirk.FLOOR_8A)) {
      least = Math.max(least, 8);
    }
    if (quirks.has(Quirk.FLOOR_11A)) {
      least = Math.max(least, 11);
    }
    return quirks.has(Quirk.FLOOR_14A_THREE_PHASE) && conductors == 3 ? Math.max(least, FLOOR_ON_THREE) : least;
  }

  /** From a new offer to the new draw, µs. */
  long reaction(long usual) {
    return quirks.has(Quirk.SLOW_FOLLOWER_30S) ? SLOW_REACTION : usual;
  }

  /** How it wakes after a pause; {@link Wake#NEEDS_REPLUG} also stands for the car that wants to be offered twice. */
  Wake wake(Wake usual) {
    if (quirks.has(Quirk.NEVER_WAKES)) {
      return Wake.NEVER;
    }
    return quirks.has(Quirk.WAKES_ON_REPLUG) || wakesAtSecondOffer() ? Wake.NEEDS_REPLUG : usual;
  }

  boolean wakesAtSecondOffer() {
    return quirks.has(Quirk.WAKES_ON_DISABLE_ENABLE);
  }

  /** It had to stop. */
  void paused() {
    paused = true;
  }

  /** The plug goes in anew. */
  void replugged() {
    paused = false;
  }

  /**
   * What it draws where a sound car would draw {@code amps}; called whenever that is decided, at rising instants.
   *
   * @param most what it can draw at all, A
   */
  double draw(long at, double amps, double most) {
    if (quirks.isEmpty()) {
      return amps;
    }
    mood(at, amps > 0);
    if (cooling) {
      return 0;
    }
    double drawn = at < launchEnds && launchEnds != Car.NEVER ? Math.min(most, amps * OVERSHOOT) : amps;
    return paused && quirks.has(Quirk.STUCK_AT_6A_AFTER_PAUSE) ? Math.min(drawn, FLOOR) : drawn;
  }

  private void mood(long at, boolean wouldCharge) {
    if (wouldCharge != charging) {
      charging = wouldCharge;
      cooling = false;
      nextMood = charging && quirks.has(Quirk.COOLING_PAUSE) ? at + WARMS_UP_IN : Car.NEVER;
      launchEnds = charging && quirks.has(Quirk.LAUNCH_OVERSHOOT) ? at + LAUNCH : Car.NEVER;
    } else if (at >= nextMood) {
      cooling = !cooling && quirks.has(Quirk.COOLING_PAUSE);
      nextMood = at + (cooling ? COOLS_DOWN_IN : WARMS_UP_IN);
    } else if (at >= launchEnds) {
      launchEnds = Car.NEVER;
    }
  }

  /** When its mood changes next, or {@link Car#NEVER}. */
  long nextMood() {
    return Math.min(nextMood, launchEnds);
  }

  /** True power by current and voltage, 0 to 1. */
  double powerFactor(double amps) {
    return quirks.has(Quirk.LOW_POWER_FACTOR_AT_FLOOR) && amps < POOR_BELOW ? POOR_FACTOR : 1;
  }
}
