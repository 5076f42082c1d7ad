package io.parkbench.gateway.site;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site: everything the gateway is configured with, valid as a whole (R-SITE-1).
 *
 * @param nominalVoltage phase to neutral, V
 * @param timeZone where tariffs' local times are
 * @param zones a parent before its sub-zones, else in the order of the file
 * @param stations in the order of the file
 * @param cpo null when the gateway is the supervisor itself (R-AUTH-2)
 * @param arrivals what the simulated site's cars do when nobody says; null for no cars
 * @param plant what only the simulated site reads, as written in the file
 * @param text the whole file, as it was read
 */
public record Site(
    String name,
    Licence licence,
    double nominalVoltage,
    ZoneId timeZone,
    Settings settings,
    List<Zone> zones,
    List<Meter> meters,
    List<Station> stations,
    List<Input> inputs,
    List<Tariff> tariffs,
    List<Card> cards,
    List<User> users,
    @Nullable Cpo cpo,
    @Nullable Arrivals arrivals,
    Map<String, Object> plant,
    String text) {

  /** Stations under a dynamic zone report their currents at least this often. */
  public static final Duration DYNAMIC_SAMPLES = Duration.ofSeconds(10);

  public Site {
    zones = List.copyOf(zones);
    meters = List.copyOf(meters);
    stations = List.copyOf(stations);
    inputs = List.copyOf(inputs);
    tariffs = List.copyOf(tariffs);
    cards = List.copyOf(cards);
    users = List.copyOf(users);
  }

  /** The zone with this id, or null. */
  public @Nullable Zone zone(String id) {
    return zones.stream().filter(z -> z.id().equals(id)).findFirst().orElse(null);
  }

  /** The station with this OCPP identity, or null. */
  public @Nullable Station station(String identity) {
    return stations.stream().filter(s -> s.id().equals(identity)).findFirst().orElse(null);
  }

  /** The models of its stations, and of those it would take in, that do not ship. */
  public List<StationModel> ownModels() {
    Stream<StationModel> accepted = settings.unknownStations() instanceof UnknownStations.Accept accept ? Stream.of(accept.model())
        : Stream.empty();
    return Stream.concat(stations.stream().map(Station::model), accepted).filter(model -> StationModels.byKey(model.key()) == null)
        .distinct().toList();
  }

  /** The card with this tag, or null; OCPP 1.6 compares tags without regard to case. */
  public @Nullable Card card(String idTag) {
    return cards.stream().filter(c -> c.idTag().equalsIgnoreCase(idTag)).findFirst().orElse(null);
  }

  /** The zones right below this one. */
  public List<Zone> subZones(Zone zone) {
    return zones.stream().filter(z -> zone.id().equals(z.parent())).toList();
  }

  /** How often a station is to report what it draws: under a dynamic zone at least every 10 s (R-DYN-1); null for a stranger. */
  public Duration sampleInterval(@Nullable Station station) {
    Duration usual = settings.meterValueInterval();
    boolean dynamic = station != null && leaseDynamic(station) != null;
    return dynamic && usual.compareTo(DYNAMIC_SAMPLES) > 0 ? DYNAMIC_SAMPLES : usual;
  }

  /** How long leases run at most under a dynamic zone; 0 where there is none. */
  public Duration leaseDynamic() {
    Duration longest = Duration.ZERO;
    for (Zone zone : zones) {
      Margin margin = zone.margin();
      longest = margin != null && margin.lease().compareTo(longest) > 0 ? margin.lease() : longest;
    }
    return longest;
  }

  /** How long its leases run: the shortest of the dynamic zones above a station; null where there is none. */
  public @Nullable Duration leaseDynamic(Station station) {
    Duration shortest = null;
    for (Zone zone = zone(station.zone()); zone != null; zone = zone.parent() == null ? null : zone(zone.parent())) {
      Margin margin = zone.margin();
      if (margin != null && (shortest == null || margin.lease().compareTo(shortest) < 0)) {
        shortest = margin.lease();
      }
    }
    return shortest;
  }

  /** The stations on this zone, which are none unless it is terminal. */
  public List<Station> stationsOn(Zone zone) {
    return stations.stream().filter(s -> s.zone().equals(zone.id())).toList();
  }

  /**
   * The least current in 0.1 A of a session on {@code conductors} conductors of this connector (R-ALLOC-3): an exception of socket or model
   * holds whatever the car uses.
   */
  public int floorDa(Connector connector, int conductors) {
    return connector.fixedFloorDa() > 0
        ? connector.fixedFloorDa()
        : settings.floors().floorDa(conductors);
  }

  /** The current in 0.1 A, rounded down, that {@code watts} are on {@code conductors} conductors at nominal voltage. */
  public int currentDa(long watts, int conductors) {
    return (int) (watts * 10 / (nominalVoltage * conductors));
  }
}
