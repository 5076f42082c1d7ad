package io.parkbench.plant.charger;

import java.util.Arrays;

/** From limits to pilot currents: nothing below 6 A, and never more together than the station's feeder or its own profile allows. */
final class Offers {
  /** The least a pilot can offer, IEC 61851-1. */
  static final double LEAST = 6;

  private static final double BINARY_DUST = 1e-6;

  private Offers() {}

  /**
   * Turns limits into what each connector is offered, A per phase: 0, or at least {@link #LEAST}.
   *
   * @param limits each connector's own, 0 where nobody charges; changed in place
   * @param together what all may draw; shared equally when it is too little, the higher connectors going without when an equal share
   *     would be below 6 A
   */
  static void share(double[] limits, double together) {
    int charging = 0;
    for (int i = 0; i < limits.length; i++) {
      limits[i] = limits[i] + BINARY_DUST < LEAST ? 0 : Math.max(limits[i], LEAST);
      charging += limits[i] > 0 ? 1 : 0;
    }
    for (int i = limits.length - 1; i >= 0 && charging * LEAST > together + BINARY_DUST; i--) {
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
