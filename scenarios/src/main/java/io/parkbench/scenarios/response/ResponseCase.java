package io.parkbench.scenarios.response;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.ReadySites;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A site under one dynamic zone, its cars, and the jump to come.
 *
 * @param limitA the zone's maximum per phase
 * @param hallA maximum of the static zone that some stations hang in, or null
 * @param baseA what the building draws from the beginning, per supply phase
 * @param jumpA what it takes besides, all at once
 * @param jumpPhase the supply phase on which it does, 1 to 3, or 0 for all
 * @param meterClass error of the zone's meter, percent
 * @param delayS from full charging to the jump
 */
record ResponseCase(
    long seed, int limitA, @Nullable Integer hallA, List<Station> stations, List<Double> baseA, double jumpA, int jumpPhase,
    String meter, double meterClass, double refreshS, boolean optimisation, double delayS) {
  static final String ZONE = "main";

  private static final String HALL = "hall";
  private static final String YARD = "yard";
  /** The highest rating of a miniature breaker (IEC 60898-1); above it stands one of the moulded kind. */
  private static final int MOST_MINIATURE_A = 125;

  ResponseCase {
    stations = List.copyOf(stations);
    baseA = List.copyOf(baseA);
  }

  /**
   * A station with the car at it.
   *
   * @param inHall whether it hangs in the static zone, where there is one
   * @param reactionS from a new current on the pilot to the new draw
   */
  record Station(String id, boolean inHall, String wiring, int maxA, String car, double reactionS, double plugsInAtS,
      double charge) {}

  /**
   * Its site.
   *
   * @param quirk what all its cars, or all its stations, do; null: nothing
   */
  Site site(@Nullable Quirk quirk) {
    try {
      return ReadySites.checked("step-response-" + seed + ".yaml", yaml(quirk));
    } catch (SiteException e) {
      throw new IllegalStateException("step response " + seed + ": " + e.getMessage(), e);
    }
  }

  private String yaml(@Nullable Quirk quirk) {
    StringBuilder yaml = new StringBuilder();
    line(yaml, "name: Step response %d", seed);
    line(yaml, "licence: EDM\ntime_zone: UTC\nsettings: {consumption_optimisation: %s}\nzones:", optimisation);
    line(
        yaml, "  - {id: main, max_a: %d, directive: dynamic, meter: meter, auth: all, plant: {breaker: {rating_a: %d, curve: %s}}}",
        limitA, limitA, limitA <= MOST_MINIATURE_A ? "C" : "MCCB");
    if (hallA != null) {
      line(yaml, "  - {id: %s, parent: main, max_a: %d}", HALL, hallA);
      line(yaml, "  - {id: %s, parent: main, max_a: %d}", YARD, limitA);
    }
    line(yaml, "meters:\n  - {id: meter, model: %s, refresh: %.3fs}\nstations:", meter, refreshS);
    boolean all = quirk != null && quirk.kind() == Quirk.Kind.CHARGER;
    for (Station station : stations) {
      line(
          yaml, "  - {id: %s, model: generic-ac, max_a: %d, wiring: %s, zone: %s%s}", station.id(), station.maxA(),
          station.wiring(), hallA == null ? ZONE : station.inHall() ? HALL : YARD,
          all ? ", plant: {quirks: [" + quirk + "]}" : "");
    }
    line(yaml, "plant:\n  meters: {meter: {class: %.1f}}", meterClass);
    line(yaml, "  loads: [{zone: main, name: building, type: constant, a: [%.1f, %.1f, %.1f]}]", baseA.toArray());
    if (quirk != null && !all) {
      line(yaml, "  cars: {\"*\": [%s]}", quirk);
    }
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String format, Object... values) {
    yaml.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
