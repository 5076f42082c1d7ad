package io.parkbench.plant.charger;

import java.util.Arrays;

/**
 * From limits to what connectors are offered: of AC nothing below 6 A, and never more together than the station's feeder or its own
 * profile allows.
 */
final class Offers {
  /** The least a pilot can offer, IEC 61851-1. */
  static final double LEAST = 6;

  private static final double BINARY_DUST = 1e-6;

  private Offers() {}

  /**
   * Turns limits into what each connector is offered, A per phase: 0, or at least the least.
   *
   * @param limits each connector's own, 0 where nobody charges; changed in place
   * @param together what all may draw; shared equally when it is too little, the higher connectors going without when an equal share
   *     would be below the least
   * @param least what the pilots can offer at least: {@link #LEAST}, and anything of DC
   */
  static void share(double[] limits, double together, double least) {
    int charging = 0;
    for (int i = 0; i < limits.length; i++) {
      limits[i] = limits[i] + BINARY_DUST < least ? 0 : Math.max(limits[i], least);
      charging += limits[i] > 0 ? 1 : 0;
    }
    for (int i = limits.length - 1; i >= 0 && charging * least > together + BINARY_DUST; i--) {
      if (limits[i] > 0) {
        limits[i] = 0;
        charging--;
      }
    }
    double share = share(limits, charging, together);
    for (int i = 0; i < limits.length; i++) {
      limits[i] = Math.min(limits[i], share);
    }
  }

  /** The level to which the highest must come down so that all fit; those below it keep theirs. */
  private static double share(double[] limits, int charging, double together) {
    double[] rising = limits.clone();
    Arrays.sort(rising);
    double room = together;
    int above = charging;
    for (double limit : rising) {
      if (limit > 0) {
        if (limit > room / above) {
          return room / above;
        }
        room -= limit;
        above--;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
