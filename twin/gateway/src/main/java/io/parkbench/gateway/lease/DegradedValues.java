package io.parkbench.gateway.lease;

/**
 * The degraded setpoints (R-DEG-1, 9): what each connector may draw for good when its station is lost, so that all of them fit
 * every zone. Currents in 0.1 A, amperes summed regardless of phase as the guide does.
 */
public final class DegradedValues {
  /** Of a zone: not limited by the static rule. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private DegradedValues() {}

  /**
   * The zones, each array by their order.
   *
   * @param parent the zone above, −1 for a root
   * @param maximumDa the least of the three phases; of a dynamic zone its degraded setpoint
   * @param dynamic whether a meter steers it
   */
  public record Zones(int[] parent, int[] maximumDa, boolean[] dynamic) {}

  /**
   * The connectors, each array by their order, idle ones too.
   *
   * @param zone the zone each hangs on
   * @param floorDa its least useful current
   * @param maximumDa its rating
   * @param stepDa the steps its station takes limits in: 1, or 10 for whole amperes
   */
  public record Connectors(int[] zone, int[] floorDa, int[] maximumDa, int[] stepDa) {}

  /**
   * Floor × scale for each connector, rounded down to its steps. The scale of a zone is its maximum ÷ the sum of the floors of all
   * connectors below it; the smallest on the way up holds; 0 A where it is below 1.
   *
   * @param shareDynamic whether stations under a dynamic zone share its degraded setpoint by the static rule; else they have 0 A
   */
  public static int[] of(Zones zones, Connectors connectors, boolean shareDynamic) {
    long[] floors = new long[zones.parent().length];
    int count = connectors.zone().length;
    for (int i = 0; i < count; i++) {
      for (int zone = connectors.zone()[i]; zone >= 0; zone = zones.parent()[zone]) {
        floors[zone] += connectors.floorDa()[i];
      }
    }
    int[] degraded = new int[count];
    for (int i = 0; i < count; i++) {
      degraded[i] = one(zones, connectors, i, floors, shareDynamic);
    }
    return degraded;
  }

  private static int one(Zones zones, Connectors connectors, int i, long[] floors, boolean shareDynamic) {
    long floorDa = connectors.floorDa()[i];
    long da = connectors.maximumDa()[i];
    for (int zone = connectors.zone()[i]; zone >= 0; zone = zones.parent()[zone]) {
      if (zones.dynamic()[zone] && !shareDynamic || zones.maximumDa()[zone] < floors[zone]) {
        return 0;
      }
      if (zones.maximumDa()[zone] != UNLIMITED && floors[zone] > 0) {
        da = Math.min(da, floorDa * zones.maximumDa()[zone] / floors[zone]);
      }
    }
    int step = connectors.stepDa()[i];
    return (int) (da / step * step);
  }
}
