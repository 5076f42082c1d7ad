package io.parkbench.gateway.site;

import io.parkbench.gateway.site.Licence.Feature;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses what the licence reference does not hold, naming the one that would (R-SITE-3). */
final class LicenceRules {
  private final Licence licence;
  private final int stations;
  private final int zones;
  private final int levels;
  private final Map<Feature, Value> features = new EnumMap<>(Feature.class);

  LicenceRules(Licence licence, int stations, int zones, int levels) {
    this.licence = licence;
    this.stations = stations;
    this.zones = zones;
    this.levels = levels;
  }

  /** Notes that the site uses a feature, and where; null if it does not. */
  void uses(Feature feature, @Nullable Value place) {
    if (place != null) {
      features.put(feature, place);
    }
  }

  void check(Block site) {
    over(site.place("stations"), stations, licence.stations(), "station");
    over(site.place("zones"), zones, licence.zones(), "zone");
    over(site.place("zones"), levels, licence.levels(), "level");
    features.forEach((feature, place) -> {
      if (!licence.has(feature)) {
        place.error(licence + " has no " + feature.text() + "; " + remedy());
      }
    });
  }

  private void over(Value place, int has, int may, String thing) {
    if (has > may) {
      place.error(has + " " + thing + "s, but " + licence + " holds " + may + " " + thing + (may == 1 ? "" : "s")
          + (thing.equals("level") ? " of zones; " : "; ") + remedy());
    }
  }

  private String remedy() {
    return Arrays.stream(Licence.values())
        .filter(l -> l.holds(stations, zones, levels, features.keySet()))
        .min(Comparator.comparingInt(Licence::stations).thenComparingInt(Licence::zones))
        .map(l -> "this site needs " + l)
        .orElse(
            "no licence holds this site: EDL, the largest, holds " + Licence.EDL.stations() + " stations and " + Licence.EDL.zones()
                + " zones on " + Licence.EDL.levels() + " levels");
  }
}
