package io.parkbench.gateway.api;

import io.parkbench.gateway.site.AuthMode;
import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.OfflineAuthMode;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.ConnectorResource;
import io.parkbench.protocol.api.StationResource;
import io.parkbench.protocol.api.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the stations' resources of a snapshot. */
final class Stations {
  private Stations() {}

  /** By their numbers. */
  static List<StationResource> all(Snapshot snapshot) {
    return snapshot.all("stations", () -> make(snapshot));
  }

  private static List<StationResource> make(Snapshot snapshot) {
    List<StationResource> stations = new ArrayList<>();
    snapshot.stations().forEach((number, station) -> stations.add(make(snapshot, number, station)));
    return List.copyOf(stations);
  }

  static StationResource make(Snapshot snapshot, int number, GatewayView.Station station) {
    Station configured = Objects.requireNonNull(station.configured(), station.id());
    GatewayView.Boot boot = station.boot();
    String serial = boot == null ? null : boot.serialNumber();
    String firmware = boot == null ? null : boot.firmware();
    List<ConnectorResource> connectors = new ArrayList<>();
    for (GatewayView.Connector connector : station.connectors()) {
      Connector rated = Objects.requireNonNull(configured.connector(connector.number()), station.id());
      connectors.add(Connectors.make(snapshot, station, connector, rated));
    }
    return new StationResource(
        number,
        snapshot.numbers().zone(configured.zone()),
        station.name(),
        "ocpp1.6",
        configured.model().title(),
        serial == null ? configured.serialNumber() : serial,
        firmware == null ? configured.firmware() : firmware,
        configured.ipAddress(),
        station.id(),
        snapshot.facts().cpoUrl(),
        boot != null,
        Statuses.connected(station),
        Statuses.available(station),
        auth(configured.auth()),
        offline(configured.offlineAuth()),
        Statuses.station(station),
        station.lastHeard() < 0 ? null : Times.text(station.lastHeard()),
        List.copyOf(connectors));
  }

  private static String auth(AuthMode mode) {
    return switch (mode) {
      case ALL -> "allow_all";
      case KNOWN -> "allow_known";
      case PLUG_AND_CHARGE -> "plug_and_charge";
    };
  }

  private static String offline(OfflineAuthMode mode) {
    return switch (mode) {
      case ALL -> "allow_all";
      case NONE -> "allow_none";
      case CACHE -> "allow_cached";
    };
  }
}
