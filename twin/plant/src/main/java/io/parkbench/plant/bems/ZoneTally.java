package io.parkbench.plant.bems;

/** Gathers what is to be said of a zone at the end of a quarter of an hour: energy, peak power and mean setpoint over the pulls in it. */
final class ZoneTally {
  private double energyBefore;
  private double energy;
  private double peakKw = Double.NaN;
  private double setpointSum;
  private int setpoints;

  void pulled(double totalKw, double setpointA, double deliveredKwh) {
    peakKw = Double.isNaN(peakKw) ? totalKw : Math.max(peakKw, totalKw);
    energy = deliveredKwh;
    if (!Double.isNaN(setpointA)) {
      setpointSum += setpointA;
      setpoints++;
    }
  }

  /** kWh since the last {@link #next}. */
  double energyKwh() {
    return energy - energyBefore;
  }

  /** kW; NaN where nothing was heard. */
  double peakKw() {
    return peakKw;
  }

  /** A; NaN where nothing was heard. */
  double meanSetpointA() {
    return setpoints == 0 ? Double.NaN : setpointSum / setpoints;
  }

  void next() {
    energyBefore = energy;
    peakKw = Double.NaN;
    setpointSum = 0;
    setpoints = 0;
  }
}
