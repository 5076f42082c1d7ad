package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the last status pull told; numbers that were not told are NaN.
 *
 * @param at when it was complete, µs since 1970
 * @param bootId changes when the gateway restarts; empty where it tells none
 */
public record SiteStatus(long at, String bootId, Map<Integer, Zone> zones, Map<Integer, Station> stations) {
  static final SiteStatus NONE = new SiteStatus(Long.MIN_VALUE, "", Map.of(), Map.of());

  public SiteStatus {
    zones = new TreeMap<>(zones);
    stations = new TreeMap<>(stations);
  }

  /** @param reduction in force, or null */
  public record Zone(
      String type, double maximumA, double setpointA, double setpointKw, int transactions, boolean reduced,
      @Nullable Reduced reduction) {}

  /** A reduction as the gateway shows it. */
  public record Reduced(double value, String type, String description, String validity, String validityMode) {}

  /** @param connected false where it was not told, too */
  public record Station(
      String status, boolean connected, @Nullable Boolean available, String authentication, String disconnectedAuthentication,
      Map<Integer, Connector> connectors) {
    public Station {
      connectors = new TreeMap<>(connectors);
    }
  }

  /** @param activeEnergy kWh; NaN without a running transaction */
  public record Connector(
      String status, Triple rmsA, Triple activeKw, double setpointA, double setpointKw, double activeEnergy) {}

  static Zone zone(JsonNode json) {
    return new Zone(
        Lenient.word(json, "zone_type"), Lenient.number(json, "max_current_a"), Lenient.number(json, "setpoint_current_a"),
        Lenient.number(json, "setpoint_power_kw"), Lenient.integer(json, "number_of_transactions", 0),
        Boolean.TRUE.equals(Lenient.flag(json.path("reduction"), "active")), null);
  }

  static Reduced reduced(JsonNode json) {
    return new Reduced(
        Lenient.number(json, "zone_reduction"), Lenient.word(json, "zone_reduction_type"),
        Lenient.text(json, "zone_reduction_description"), Lenient.text(json, "zone_validity"),
        Lenient.word(json, "zone_validity_mode"));
  }

  static Station station(JsonNode json) {
    Map<Integer, Connector> connectors = new LinkedHashMap<>();
    for (JsonNode connector : Lenient.items(json.path("connectors"))) {
      Integer id = Lenient.integer(connector, "connector_id");
      if (id != null) {
        connectors.putIfAbsent(id, new Connector(
            Lenient.word(connector, "status"), Lenient.triple(connector, "rms_current_a"),
            Lenient.triple(connector, "active_power_kw"), Lenient.number(connector, "setpoint_current_a"),
            Lenient.number(connector, "setpoint_power_kw"), Lenient.number(connector, "active_energy")));
      }
    }
    return new Station(
        Lenient.word(json, "station_status"), Boolean.TRUE.equals(Lenient.flag(json, "is_connected")),
        Lenient.flag(json, "is_available"), Lenient.word(json, "station_authentication_mode"),
        Lenient.word(json, "station_disconnected_authentication_mode"), connectors);
  }

  /** A station of the map as the last pull showed it, or null. */
  public @Nullable Station station(int id) {
    return stations.get(id);
  }

  static Map<Integer, Zone> zones(List<JsonNode> items) {
    Map<Integer, Zone> zones = new LinkedHashMap<>();
    for (JsonNode item : items) {
      Integer id = Lenient.integer(item, "zone_id");
      if (id != null) {
        zones.putIfAbsent(id, zone(item));
      }
    }
    return zones;
  }

  static Map<Integer, Station> stations(List<JsonNode> items) {
    Map<Integer, Station> stations = new LinkedHashMap<>();
    for (JsonNode item : items) {
      Integer id = Lenient.integer(item, "station_id");
      if (id != null) {
        stations.putIfAbsent(id, station(item));
      }
    }
    return stations;
  }
}
