package io.parkbench.gateway.api;

import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.Times;
import io.parkbench.protocol.api.ZoneResource;
import java.util.ArrayList;
import java.util.List;

/** Makes the zones' resources of a snapshot. */
final class Zones {
  private Zones() {}

  /** In the order of the site, which is that of their numbers. */
  static List<ZoneResource> all(Snapshot snapshot) {
    return snapshot.all("zones", () -> make(snapshot));
  }

  private static List<ZoneResource> make(Snapshot snapshot) {
    List<ZoneResource> zones = new ArrayList<>();
    for (int place = 0; place < snapshot.view().zones().size(); place++) {
      zones.add(make(snapshot, place));
    }
    return List.copyOf(zones);
  }

  private static ZoneResource make(Snapshot snapshot, int place) {
    GatewayView.Zone zone = snapshot.view().zones().get(place);
    Facts facts = snapshot.facts();
    Tree tree = snapshot.tree();
    int number = snapshot.numbers().zone(zone.id());
    Draw draw = new Draw();
    int stations = 0;
    int connectors = 0;
    for (GatewayView.Station station : snapshot.stations().values()) {
      if (tree.isUnder(tree.place(station.zone()), place)) {
        stations++;
        connectors += station.connectors().size();
        add(snapshot, station, draw);
      }
    }
    Integer maxW = zone.maxW();
    double maxKw = (maxW == null ? sumDa(zone) / 10.0 * facts.volts() : maxW) / 1_000;
    return new ZoneResource(
        number,
        zone.name(),
        zone.parent() == null ? null : snapshot.numbers().zone(zone.parent()),
        zone.configured().dynamic() ? "dynamic" : "static",
        zone.maxDa().minDa() / 10.0,
        Facts.round(maxKw),
        facts.volts(),
        tree.limitDa(place) / 10.0,
        Facts.round(tree.limitW(place, facts.volts()) / 1_000),
        Sources.of(snapshot.view(), tree, place),
        zone.changesAt() == Long.MAX_VALUE ? null : Times.text(zone.changesAt()),
        stations,
        connectors,
        draw.sessions(),
        draw.currents(),
        draw.powers(facts),
        meter(snapshot.view(), zone.configured()),
        new ZoneResource.ReductionLink(zone.reduction() != null, Api.BASE + "/zones/" + number + "/reduction"),
        draw.sampledAt() < 0 ? null : Times.text(draw.sampledAt()));
  }

  private static void add(Snapshot snapshot, GatewayView.Station station, Draw draw) {
    for (GatewayView.Connector connector : station.connectors()) {
      GatewayView.Session session = snapshot.session(station.id(), connector.number());
      if (session != null) {
        draw.add(session, Statuses.connected(station));
      }
    }
  }

  private static int sumDa(GatewayView.Zone zone) {
    return zone.maxDa().l1Da() + zone.maxDa().l2Da() + zone.maxDa().l3Da();
  }

  private static ZoneResource.Meter meter(GatewayView view, Zone zone) {
    String id = zone.meter();
    if (id == null) {
      return new ZoneResource.Meter(false, null, null);
    }
    GatewayView.Meter meter = view.meter(id);
    return new ZoneResource.Meter(true, meter.trusted(), meter.readAt() < 0 ? null : (view.now() - meter.readAt()) / 1_000);
  }
}
