package io.parkbench.plant.meter;

/** A feeder as a test sets it: 46.5, 47.25 and 45 A, 12.5 kW, 1,545,874 Wh at first. */
final class FixedFeeder implements Feeder {
  double[] amps = {46.5, 47.25, 45};
  double[] watts = {4_000, 4_500, 4_000};
  double wattHours = 1_545_874;
  int asked;

  @Override
  public double amps(int phase) {
    asked++;
    return amps[phase - 1];
  }

  @Override
  public double watts(int phase) {
    return watts[phase - 1];
  }

  @Override
  public double importedWh(long at) {
    return wattHours;
  }
}
