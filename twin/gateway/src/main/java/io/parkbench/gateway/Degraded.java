package io.parkbench.gateway;

import io.parkbench.gateway.lease.DegradedValues;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.site.Site;
import java.util.List;

/** Lays the site out for {@link DegradedValues}: what each connector may draw for good when its station is lost (R-DEG-1, 9). */
final class Degraded {
  /** Stations take limits in tenths of an ampere. */
  private static final int STEP_DA = 1;

  private Degraded() {}

  /** By the connectors' order, 0.1 A; as the limits are now, but a dynamic zone's: what its meter says is for those that can be told. */
  static int[] of(Site site, ZoneLimits zones, List<ChargingPoint> points, Standby standby) {
    int[] leastDa = new int[zones.rows()];
    boolean[] dynamic = new boolean[zones.rows()];
    int[] floors = new int[zones.rows()];
    double[] floorsW = new double[zones.rows()];
    for (ChargingPoint point : points) {
      int floor = point.connector().floorDa();
      for (int row = point.zone(); row >= 0; row = zones.parent(row)) {
        floors[row] += floor;
        floorsW[row] += floor / 10.0 * point.lease().voltsPerPhase() * Integer.bitCount(point.reachablePhases());
      }
    }
    for (int row = 0; row < zones.rows(); row++) {
      boolean steered = row < site.zones().size() && site.zones().get(row).dynamic();
      leastDa[row] = steered
          ? site.zones().get(row).degradedDa()
          : Math.min(zones.limitDa(row, 0), Math.min(zones.limitDa(row, 1), zones.limitDa(row, 2)));
      if (leastDa[row] != DegradedValues.UNLIMITED) {
        leastDa[row] -= standby.da(row);
      }
      if (floorsW[row] > 0 && zones.limitW(row) != Double.POSITIVE_INFINITY) {
        // the same scale for power: as much of the floors as fits it
        leastDa[row] = Math.min(leastDa[row], (int) Math.floor(floors[row] * (zones.limitW(row) - standby.va(row)) / floorsW[row]));
      }
      dynamic[row] = zones.dynamic(row);
    }
    int[] zone = points.stream().mapToInt(ChargingPoint::zone).toArray();
    int[] floorDa = points.stream().mapToInt(point -> point.connector().floorDa()).toArray();
    int[] maximumDa = points.stream().mapToInt(point -> point.connector().maxDa()).toArray();
    int[] stepDa = points.stream().mapToInt(point -> STEP_DA).toArray();
    return DegradedValues.of(
        new DegradedValues.Zones(zones.parents(), leastDa, dynamic),
        new DegradedValues.Connectors(zone, floorDa, maximumDa, stepDa),
        site.settings().dynamic().shareDegraded());
  }
}
