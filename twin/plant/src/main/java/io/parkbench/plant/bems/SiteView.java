package io.parkbench.plant.bems;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The site as the client shows it: what setup found, filled with what the last pull told and the energies that are kept. What setup does
 * not know is not shown, whatever the pulls tell.
 */
final class SiteView {
  private final SiteMap map;
  private final SiteStatus status;
  private final EnergyBook energies;

  SiteView(SiteMap map, SiteStatus status, EnergyBook energies) {
    this.map = map;
    this.status = status;
    this.energies = energies;
  }

  /** {@code Zones/Zone-1/Station-26}. */
  static String place(SiteMap.Station station) {
    return "Zones/Zone-" + station.zone() + "/Station-" + station.id();
  }

  SiteStatus.@Nullable Connector told(SiteMap.Station station, SiteMap.Connector connector) {
    SiteStatus.Station told = status.station(station.id());
    return told == null ? null : told.connectors().get(connector.id());
  }

  Totals connector(SiteMap.Station station, SiteMap.Connector connector) {
    return Totals.of(connector, told(station, connector), energies.last(station.id(), connector.id()));
  }

  Totals station(SiteMap.Station station) {
    return Totals.sum(station.connectors().stream().map(connector -> connector(station, connector)).toList());
  }

  Totals zone(int zone) {
    return Totals.sum(map.stationsOf(zone).stream().map(this::station).toList());
  }

  /** kW: the sum over all zones, so that what is in a sub-zone counts again with each zone above it (T-09). */
  double siteTotalKw() {
    return map.zones().stream().mapToDouble(zone -> zone(zone.id()).totalKw()).sum();
  }

  /** kW, with the same odd sum. */
  double siteSetpointKw() {
    double sum = 0;
    for (SiteMap.Zone zone : map.zones()) {
      SiteStatus.Zone told = status.zones().get(zone.id());
      sum += told == null ? 0 : Triple.known(told.setpointKw());
    }
    return sum;
  }

  int siteConnectors() {
    return map.stations().stream().mapToInt(station -> station.connectors().size()).sum();
  }

  /** kWh seen delivered in a zone since the client began. */
  double deliveredIn(int zone) {
    double sum = 0;
    for (SiteMap.Station station : map.stationsOf(zone)) {
      for (SiteMap.Connector connector : station.connectors()) {
        sum += energies.delivered(station.id(), connector.id());
      }
    }
    return sum;
  }

  /** Why what is shown of a station is not fresh, or null. */
  @Nullable
  Gap gap(SiteMap.Station station) {
    return energies.gap(station, status.station(station.id()));
  }

  /** Every value by its printed name. */
  List<Point> points(boolean linkDown) {
    List<Point> all = new ArrayList<>();
    new PointList(map, status, this, linkDown, all).write();
    return all;
  }
}
