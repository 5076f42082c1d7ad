package io.parkbench.plant.grid;

/**
 * What a true current may lie above its limit without anybody being at fault (R-LEASE-5).
 *
 * @param meterClass error of the zone's meter as a share of the limit, 0.01 for class 1
 * @param pilotAmps what the pilot's duty cycle leaves open, A per phase
 */
public record Tolerance(double meterClass, double pilotAmps) {
  public static final Tolerance NONE = new Tolerance(0, 0);
  /** A meter of class 1, and the half ampere to which a pilot of 1 kHz is commonly set. */
  public static final Tolerance USUAL = new Tolerance(0.01, 0.5);

  public Tolerance {
    if (!(meterClass >= 0 && pilotAmps >= 0)) {
      throw new IllegalArgumentException("a tolerance is 0 or more: " + meterClass + ", " + pilotAmps);
    }
  }

  double ofAmps(double limit) {
    return limit * meterClass + pilotAmps;
  }

  double ofKw(double limit, double volts) {
    return limit * meterClass + 3 * volts * pilotAmps / 1_000;
  }
}
