package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the last setup found: who there is and how it is wired. Nothing but setup changes it, so that it can be out of date
 * (C-34, R-14).
 */
public final class SiteMap {
  /** Before the first setup. */
  static final SiteMap EMPTY = new SiteMap(Long.MIN_VALUE, List.of(), List.of());

  private final long at;
  private final List<Zone> zones;
  private final List<Station> stations;
  private final Map<Integer, List<Station>> stationsOf = new TreeMap<>();

  private SiteMap(long at, List<Zone> zones, List<Station> stations) {
    this.at = at;
    this.zones = List.copyOf(zones);
    this.stations = List.copyOf(stations);
    for (Zone zone : zones) {
      stationsOf.put(zone.id(), stations.stream().filter(station -> isIn(station.zone(), zone.id())).toList());
    }
  }

  /** When, µs since 1970. */
  public long at() {
    return at;
  }

  public List<Zone> zones() {
    return zones;
  }

  public List<Station> stations() {
    return stations;
  }

  /** @param numberOfStations as the gateway told */
  public record Zone(int id, String name, @Nullable Integer parent, int numberOfStations) {}

  /** @param acceptedByCpo null where it was not told */
  public record Station(
      int id, int zone, String friendlyName, String type, String model, String serialNumber, String version, String ipAddress,
      String ocppIdentifier, String cpoUrl, @Nullable Boolean acceptedByCpo, List<Connector> connectors) {
    public Station {
      connectors = List.copyOf(connectors);
    }
  }

  /**
   * @param maximum in {@code unit}, A or kW; NaN where it was not told
   * @param phaseConnection {@code tri123}, {@code mono1}, …
   */
  public record Connector(
      int id, int evse, int logical, boolean fixedSetpoint, boolean dc, double maximum, String unit, String phaseConnection) {
    boolean isMono() {
      return phaseConnection.startsWith("mono");
    }
  }

  /** What has no usable id is left out, and so is the second of an id. */
  static SiteMap read(long at, List<JsonNode> zones, List<JsonNode> stations) {
    Map<Integer, Zone> byZone = new LinkedHashMap<>();
    for (JsonNode zone : zones) {
      Integer id = Lenient.integer(zone, "zone_id");
      if (id != null) {
        String name = Lenient.text(zone, "zone_name");
        byZone.putIfAbsent(id, new Zone(
            id, name.isEmpty() ? "Zone-" + id : name, Lenient.integer(zone, "parent_id"),
            Lenient.integer(zone, "number_of_stations", 0)));
      }
    }
    Map<Integer, Station> byStation = new LinkedHashMap<>();
    for (JsonNode station : stations) {
      Integer id = Lenient.integer(station, "station_id");
      if (id != null) {
        byStation.putIfAbsent(id, station(id, station));
      }
    }
    return new SiteMap(at, List.copyOf(byZone.values()), List.copyOf(byStation.values()));
  }

  private static Station station(int id, JsonNode json) {
    List<Connector> connectors = new ArrayList<>();
    for (JsonNode connector : Lenient.items(json.path("connectors"))) {
      Integer number = Lenient.integer(connector, "connector_id");
      if (number != null) {
        JsonNode most = connector.path("max_current_or_power");
        connectors.add(new Connector(
            number, Lenient.integer(connector, "evse_id", number), Lenient.integer(connector, "logical_connector", number),
            Boolean.TRUE.equals(Lenient.flag(connector, "is_fixed_setpoint")),
            Boolean.TRUE.equals(Lenient.flag(connector, "is_dc")), Lenient.number(most, "value"), Lenient.text(most, "unit"),
            Lenient.word(connector, "phase_connection").replace(" ", "")));
      }
    }
    return new Station(
        id, Lenient.integer(json, "zone_id", 0), Lenient.text(json, "station_friendly_name"), Lenient.text(json, "station_type"),
        Lenient.text(json, "station_model"), Lenient.text(json, "station_serial_number"), Lenient.text(json, "station_version"),
        Lenient.text(json, "station_ip_address"), Lenient.text(json, "station_ocpp_identifier"),
        Lenient.text(json, "station_cpo_url"), Lenient.flag(json, "is_accepted_by_cpo"), connectors);
  }

  /** The zone of that name, or of that number; null where there is none. */
  public @Nullable Zone zone(String nameOrId) {
    return zones.stream().filter(zone -> zone.name().equals(nameOrId)).findFirst()
        .or(() -> zones.stream().filter(zone -> String.valueOf(zone.id()).equals(nameOrId)).findFirst()).orElse(null);
  }

  /** The stations of a zone and of all zones below it. */
  public List<Station> stationsOf(int zone) {
    return stationsOf.getOrDefault(zone, List.of());
  }

  /** The station of that number, or null. */
  public @Nullable Station station(int id) {
    return stations.stream().filter(station -> station.id() == id).findFirst().orElse(null);
  }

  private boolean isIn(int zone, int above) {
    Integer at = zone;
    for (int depth = 0; at != null && depth <= zones.size(); depth++) {
      if (at == above) {
        return true;
      }
      int here = at;
      at = zones.stream().filter(z -> z.id() == here).findFirst().map(Zone::parent).orElse(null);
    }
    return false;
  }
}
