package io.parkbench.gateway.site;

/**
 * What a DC station takes from its supply (R-ALLOC-12, R-ALLOC-14): three phases alike, a load of constant power. Its standby is
 * taken all the time and counts apart from what charging takes. Powers are in W, currents in 0.1 A per supply phase.
 *
 * @param efficiency DC power given ÷ AC power taken for it, 0…1; 1 for AC
 * @param powerFactor of what it takes, 0…1
 * @param standbyW what it takes beside charging, in W
 */
public record DcSupply(double efficiency, double powerFactor, int standbyW) {
  /** Of a station that gives what it takes. */
  static final DcSupply NONE = new DcSupply(1, 1, 0);

  /** The share of the nominal voltage at which loads of constant power count: less voltage is more current (R-ALLOC-14). */
  public static final double CONSTANT_POWER_VOLTAGE = 0.9;

  private static final int PHASES = 3;

  /** What the binary fractions of a double come to. */
  private static final double DUST = 1e-6;

  /** The voltage it counts at where none is measured, phase to neutral. */
  public static double counted(double nominalVoltage) {
    return CONSTANT_POWER_VOLTAGE * nominalVoltage;
  }

  /**
   * What giving {@code watts} takes for charging, rounded up.
   *
   * @param volts phase to neutral, as it counts
   */
  public int chargingDa(double watts, double volts) {
    return (int) Math.ceil(chargingAmps(watts, volts) * 10 - DUST);
  }

  /** The same in A, as it is. */
  public double chargingAmps(double watts, double volts) {
    return watts / efficiency / powerFactor / (PHASES * volts);
  }

  /** What it takes beside charging, rounded up. */
  public int standbyDa(double volts) {
    return (int) Math.ceil(standbyW / powerFactor / (PHASES * volts) * 10 - DUST);
  }

  /** The power that its standby counts with, VA rounded up. */
  public int standbyVa() {
    return (int) Math.ceil(standbyW / powerFactor - DUST);
  }

  /** What it may give when charging may take {@code da}: {@link #chargingDa} backwards, in whole W, rounded down. */
  public int watts(int da, double volts) {
    return (int) Math.floor(da / 10.0 * PHASES * volts * powerFactor * efficiency + DUST);
  }
}
