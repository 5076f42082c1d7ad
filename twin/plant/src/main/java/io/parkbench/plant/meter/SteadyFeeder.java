package io.parkbench.plant.meter;

import io.parkbench.kernel.Micros;

/** A feeder of constant currents at 230 V. */
public final class SteadyFeeder implements Feeder {
  private static final double VOLTS = 230;
  private static final double MICROS_PER_HOUR = Micros.HOUR;

  private final double[] amps;
  private final double wattHours;
  private final long since;

  /**
   * @param amps of L1, L2 and L3; negative where power is exported
   * @param wattHours imported before {@code since}
   */
  public SteadyFeeder(double[] amps, double wattHours, long since) {
    this.amps = amps.clone();
    this.wattHours = wattHours;
    this.since = since;
  }

  @Override
  public double amps(int phase) {
    return amps[phase - 1];
  }

  @Override
  public double watts(int phase) {
    return amps[phase - 1] * VOLTS;
  }

  @Override
  public double importedWh(long at) {
    double watts = watts(1) + watts(2) + watts(3);
    return wattHours + Math.max(0, watts) * (at - since) / MICROS_PER_HOUR;
  }
}
