package io.parkbench.gateway.site;

import java.util.EnumSet;
import java.util.Set;

/** The licence references and what a site may have under each (R-SITE-3). */
public enum Licence {
  ESS(15, 1, 1, EnumSet.noneOf(Feature.class)),
  ESM(50, 10, 3, EnumSet.of(Feature.TOU, Feature.OTHER_FEEDERS, Feature.VIP, Feature.DIGITAL_INPUTS)),
  EDB(5, 2, 2, EnumSet.of(Feature.DYNAMIC)),
  EDS(15, 2, 2, EnumSet.of(Feature.DYNAMIC, Feature.TOU, Feature.DIGITAL_INPUTS)),
  EDM(50, 10, 3, EnumSet.allOf(Feature.class)),
  EDL(100, 20, 3, EnumSet.allOf(Feature.class));

  /** What a licence may or may not include. */
  public enum Feature {
    DYNAMIC("dynamic zones"),
    TOU("tariffs"),
    OTHER_FEEDERS("meters on other feeders"),
    VIP("VIP cards and stations"),
    DIGITAL_INPUTS("digital inputs");

    private final String text;

    Feature(String text) {
      this.text = text;
    }

    /** How a message calls it. */
    public String text() {
      return text;
    }
  }

  private final int stations;
  private final int zones;
  private final int levels;
  private final Set<Feature> features;

  Licence(int stations, int zones, int levels, Set<Feature> features) {
    this.stations = stations;
    this.zones = zones;
    this.levels = levels;
    this.features = features;
  }

  /** The most stations. */
  public int stations() {
    return stations;
  }

  /** The most zones, sub-zones counted. */
  public int zones() {
    return zones;
  }

  /** The most levels of zones, the root's counted. */
  public int levels() {
    return levels;
  }

  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** True if a site of this size with these features is within this licence. */
  public boolean holds(int stations, int zones, int levels, Set<Feature> needed) {
    return stations <= this.stations
        && zones <= this.zones
        && levels <= this.levels
        && features.containsAll(needed);
  }
}
