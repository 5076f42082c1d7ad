package io.parkbench.gateway;

import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.site.DcSupply;
import java.util.List;

/**
 * What DC stations take while nobody charges, and as much beside while somebody does (R-ALLOC-12, R-ALLOC-14): the same all the
 * time, connected or lost, so that it comes off the limits of every zone above them before anything is shared.
 */
final class Standby {
  private final int[] da;
  private final int[] va;

  /** Of the stations of {@code points}, by the rows of {@code zones}. */
  Standby(ZoneLimits zones, List<ChargingPoint> points) {
    da = new int[zones.rows()];
    va = new int[zones.rows()];
    for (ChargingPoint point : points) {
      if (point.connector().dc() && point.connector().number() == 1) {
        DcSupply supply = point.station().model().supply();
        // a station's feeder is what its converter gives: its standby does not come from there
        for (int row = zones.zone(point.station().zone()); row >= 0; row = zones.parent(row)) {
          da[row] += supply.standbyDa(point.lease().voltsPerPhase());
          va[row] += supply.standbyVa();
        }
      }
    }
  }

  /** On each supply phase of a row, 0.1 A. */
  int da(int row) {
    return da[row];
  }

  /** Over all phases of a row, VA. */
  int va(int row) {
    return va[row];
  }
}
