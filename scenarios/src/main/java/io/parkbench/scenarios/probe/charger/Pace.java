package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import java.util.Locale;

/**
 * How patient a probe of chargers is, in microseconds. A hasty one tries less, and says so.
 */
public enum Pace {
  /** What it takes to see all that the catalogue has; well over an hour at a real charger. */
  THOROUGH(75, 45, 10, 60, 390, 400, 60, 5),
  /** About ten minutes: misses what shows after minutes only, and takes a charger for disobedient that needs more than 7 s to follow. */
  QUICK(20, 7, 4, 8, 0, 45, 14, 2),
  /** For software on the same machine: seconds. */
  BRIEF(1, 0.4, 1, 1, 0, 4, 2, 0.2);

  /** How long an answer may take. */
  public final long call;
  /** From an order to a draw that has followed, where nobody knows better. */
  public final long settle;
  /** The interval of samples asked for. */
  public final long sample;
  /** How long nothing in particular is awaited. */
  public final long watch;
  /** How long a link is watched for what shows after minutes; 0 for not at all. */
  public final long longWatch;
  /** How long a device may take to come back. */
  public final long comeBack;
  /** The length of a lease, longer than the sampling and the settling. */
  public final long lease;
  /** Between two calls where the device should have a rest. */
  public final long rest;

  Pace(double call, double settle, double sample, double watch, double longWatch, double comeBack, double lease, double rest) {
    this.call = (long) (call * Micros.SECOND);
    this.settle = (long) (settle * Micros.SECOND);
    this.sample = (long) (sample * Micros.SECOND);
    this.watch = (long) (watch * Micros.SECOND);
    this.longWatch = (long) (longWatch * Micros.SECOND);
    this.comeBack = (long) (comeBack * Micros.SECOND);
    this.lease = (long) (lease * Micros.SECOND);
    this.rest = (long) (rest * Micros.SECOND);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
