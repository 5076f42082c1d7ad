package io.parkbench.gateway.session;

import io.parkbench.gateway.lease.Leasehold;
import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.Station;

/**
 * One connector of one station, as sessions know it.
 *
 * @param order its number among all of the site's, from 0: the connector id that settles ties (R-ALLOC-4)
 * @param zone the row it hangs on: its zone by its number in the site, or its station's feeder (R-ALLOC-16)
 * @param lease what it was told, and what it could be drawing
 */
public record ChargingPoint(int order, Station station, Connector connector, int zone, Leasehold lease) {
  /** The supply phases its conductors are on: bit 0 is phase 1. */
  public int reachablePhases() {
    return reachablePhases(connector);
  }

  public static int reachablePhases(Connector connector) {
    return connector.dc() ? 0b111 : connector.wiring().supplyMask(connector.wiring().phases());
  }

  /** How messages call it. */
  public String title() {
    return station.id() + "/" + connector.number();
  }
}
