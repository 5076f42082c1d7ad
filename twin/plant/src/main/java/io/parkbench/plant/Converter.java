package io.parkbench.plant;

/**
 * What stands between a DC connector and its supply (R-ALLOC-12): it takes what the car is given and what it loses from three phases
 * alike, as a load of constant power, so that less voltage is more current.
 *
 * @param ratedWatts the most it gives to the car, W, above 0
 * @param efficiency power given ÷ power taken for it, above 0, at most 1
 * @param powerFactor of what it takes, above 0, at most 1
 * @param standbyWatts what it takes all the time that its station is on, W
 */
public record Converter(double ratedWatts, double efficiency, double powerFactor, double standbyWatts) {
  /** Three phases, however its conductors are turned. */
  public static final int PHASES = 3;

  public Converter {
    if (!(ratedWatts > 0 && efficiency > 0 && efficiency <= 1 && powerFactor > 0 && powerFactor <= 1 && standbyWatts >= 0)) {
      throw new IllegalArgumentException("a converter's rating, efficiency, power factor or standby is out of range");
    }
  }

  /** What giving {@code watts} takes from each supply phase, A, standby aside; {@code volts} phase to neutral. */
  public double chargingAmps(double watts, double volts) {
    return watts / efficiency / (PHASES * volts * powerFactor);
  }

  /** What it takes from each supply phase beside charging, A. */
  public double standbyAmps(double volts) {
    return standbyWatts / (PHASES * volts * powerFactor);
  }

  /** What it can give where it may take so much from each supply phase for it: {@link #chargingAmps} backwards, at most its rating. */
  public double watts(double chargingAmps, double volts) {
    return Math.min(ratedWatts, chargingAmps * PHASES * volts * powerFactor * efficiency);
  }
}
