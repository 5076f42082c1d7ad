package io.parkbench.gateway;

import io.parkbench.gateway.lease.DegradedValues;
import io.parkbench.gateway.lease.Fallback;
import io.parkbench.gateway.limits.Ceilings;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.List;

/** Lays the site out for {@link DegradedValues}: what each connector may draw for good when its station is lost (R-DEG-1, 9). */
final class Degraded {
  /** Stations take limits in tenths of an ampere. */
  private static final int STEP_DA = 1;

  /** Tariffs come again each week. */
  private static final long WEEK = 7 * 24 * Micros.HOUR;

  private Degraded() {}

  /** By the connectors' order, from {@code now} (µs) on for a week of tariffs; a connector whose value stays the same has one step. */
  static List<Fallback> of(Site site, ZoneLimits zones, Ceilings ceilings, List<ChargingPoint> points, Standby standby, long now) {
    List<Long> at = new ArrayList<>(List.of(now));
    for (long edge = ceilings.nextKnown(now); edge < now + WEEK; edge = ceilings.nextKnown(edge)) {
      at.add(edge);
    }
    List<int[]> values = at.stream().map(instant -> at(site, zones, ceilings, points, standby, instant)).toList();
    List<Fallback> all = new ArrayList<>(points.size());
    for (int order = 0; order < points.size(); order++) {
      List<Fallback.Step> steps = new ArrayList<>(1);
      for (int i = 0; i < values.size(); i++) {
        int da = values.get(i)[order];
        if (steps.isEmpty() || steps.getLast().da() != da) {
          steps.add(new Fallback.Step(at.get(i), da));
        }
      }
      all.add(new Fallback(steps));
    }
    return all;
  }

  /** By the connectors' order, 0.1 A; a dynamic zone's are by its degraded setpoint: what its meter says is for those that can be told. */
  private static int[] at(
      Site site, ZoneLimits zones, Ceilings ceilings, List<ChargingPoint> points, Standby standby, long instant) {
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
      leastDa[row] = zones.fallbackDa(row, ceilings, instant);
      if (leastDa[row] != DegradedValues.UNLIMITED) {
        leastDa[row] -= standby.da(row);
      }
      double watts = zones.fallbackW(row, ceilings, instant);
      if (floorsW[row] > 0 && watts != Double.POSITIVE_INFINITY) {
        // the same scale for power: as much of the floors as fits it
        leastDa[row] = Math.min(leastDa[row], (int) Math.floor(floors[row] * (watts - standby.va(row)) / floorsW[row]));
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
