package io.parkbench.scenarios.demo.command;

import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds zones, stations and bays by what a command calls them; what is not there is refused. */
record Places(PlantModel model) {

  /** The index of a zone. */
  int zone(String id) {
    int index = model.zoneIndex(id);
    if (index < 0) {
      throw Refusal.bad("zone", "no zone is called '" + id + "'",
          "there are " + String.join(", ", model.zones().stream().map(PlantModel.Zone::id).toList()));
    }
    return index;
  }

  /** All bays in a zone and below it; of null all of the site. */
  List<Bay> bays(@Nullable String zone) {
    if (zone == null) {
      return model.bays();
    }
    int above = zone(zone);
    return model.bays().stream().filter(bay -> isUnder(bay.station().zone(), above)).toList();
  }

  private boolean isUnder(String zone, int above) {
    for (int at = model.zoneIndex(zone); at >= 0;) {
      if (at == above) {
        return true;
      }
      String parent = model.zones().get(at).parent();
      at = parent == null ? -1 : model.zoneIndex(parent);
    }
    return false;
  }

  Bay bay(String station, int connector) {
    station(station);
    return model.bays().stream()
        .filter(bay -> bay.station().id().equals(station) && bay.connector().number() == connector)
        .findFirst()
        .orElseThrow(() -> Refusal.bad("connector", station + " has no connector " + connector, null));
  }

  String station(String id) {
    if (model.stations().stream().noneMatch(station -> station.id().equals(id))) {
      throw Refusal.bad("station", "no station is called '" + id + "'", "see the bays of GET /site");
    }
    return id;
  }

  /** The stations in a zone and below it, each once. */
  List<String> stations(@Nullable String zone) {
    return bays(zone).stream().map(bay -> bay.station().id()).distinct().toList();
  }
}
