package io.parkbench.gateway.api;

import io.parkbench.gateway.view.GatewayView;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives zones and stations their numbers in the API: 1, 2, 3 … in the order of the site, never one twice. A station that comes with
 * another serial number than the one before in its place is another station. On the loop's thread.
 */
public final class Numbers {
  private final Map<String, Integer> zones = new LinkedHashMap<>();
  private final Map<String, Place> stations = new LinkedHashMap<>();
  private int lastZone;
  private int lastStation;
  private Taken latest = new Taken(Map.of(), Map.of());

  private record Place(int number, @Nullable String serial) {}

  /** The numbers at one instant; never changes. */
  record Taken(Map<String, Integer> zones, Map<String, Integer> stations) {
    int zone(String id) {
      return zones.getOrDefault(id, 0);
    }

    int station(String id) {
      return stations.getOrDefault(id, 0);
    }
  }

  /** Takes over what the gateway before has numbered. */
  public void goOn(Numbers before) {
    zones.putAll(before.zones);
    stations.putAll(before.stations);
    lastZone = before.lastZone;
    lastStation = before.lastStation;
    latest = taken();
  }

  /** Numbers what is new in the view, and forgets what is gone: if it comes back it is another. */
  Taken take(GatewayView view) {
    boolean changed = zones.keySet().removeIf(id -> view.zones().stream().noneMatch(zone -> zone.id().equals(id)));
    Set<String> present = new HashSet<>();
    for (GatewayView.Station station : view.stations()) {
      if (station.configured() != null) {
        present.add(station.id());
      }
    }
    changed |= stations.keySet().retainAll(present);
    for (GatewayView.Zone zone : view.zones()) {
      if (!zones.containsKey(zone.id())) {
        zones.put(zone.id(), ++lastZone);
        changed = true;
      }
    }
    for (GatewayView.Station station : view.stations()) {
      // one that awaits commissioning is none of the site's yet
      if (station.configured() != null) {
        changed |= take(station);
      }
    }
    if (changed) {
      latest = taken();
    }
    return latest;
  }

  private Taken taken() {
    return new Taken(Collections.unmodifiableMap(new HashMap<>(zones)), Collections.unmodifiableMap(numbers()));
  }

  private boolean take(GatewayView.Station station) {
    Place place = stations.get(station.id());
    String serial = serial(station);
    if (place == null || (serial != null && place.serial() != null && !serial.equals(place.serial()))) {
      stations.put(station.id(), new Place(++lastStation, serial));
      return true;
    }
    if (place.serial() == null && serial != null) {
      stations.put(station.id(), new Place(place.number(), serial));
    }
    return false;
  }

  private static @Nullable String serial(GatewayView.Station station) {
    GatewayView.Boot boot = station.boot();
    return boot == null ? null : boot.serialNumber();
  }

  private Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    stations.forEach((id, place) -> numbers.put(id, place.number()));
    return numbers;
  }
}
