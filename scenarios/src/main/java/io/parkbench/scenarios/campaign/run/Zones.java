package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which zones a station hangs on: its own and those above. */
final class Zones {
  private final Map<String, List<String>> above = new LinkedHashMap<>();

  Zones(Site site) {
    for (Station station : site.stations()) {
      List<String> way = new ArrayList<>();
      String id = station.zone();
      while (id != null) {
        way.add(id);
        Zone zone = site.zone(id);
        id = zone == null ? null : zone.parent();
      }
      above.put(station.id(), List.copyOf(way));
    }
  }

  /** Its own first, the root last; empty for a stranger. */
  List<String> above(String station) {
    return above.getOrDefault(station, List.of());
  }

  boolean isUnder(String station, String zone) {
    return above(station).contains(zone);
  }

  /** The stations under a zone, in site order. */
  List<String> stations(String zone) {
    return above.keySet().stream().filter(station -> isUnder(station, zone)).toList();
  }
}
