package io.parkbench.rigs;

import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.fault.TroubleReader;
import io.parkbench.plant.meter.MeterSetup;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.plant.meter.Meters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a meter of the simulated site is made: an entry of {@code plant.meters}.
 *
 * <pre>
 * plant:
 *   meters:
 *     meter-main: {class: 0.5, refresh: 10s, traps: [word-swap]}
 *     meter-roof: {measures: main/solar}
 * </pre>
 */
final class MeterSection {
  private static final double USUAL_CLASS = 1;

  private MeterSection() {}

  /** What may be said of a meter. */
  static String[] keys() {
    return new String[] {"class", "refresh", "traps", "measures"};
  }

  /**
   * The meter as it is fitted; one that steers a zone measures that zone unless it is said otherwise.
   *
   * @throws IllegalArgumentException for what cannot be
   */
  static Meters.Fitted read(Site site, Meter meter, Map<String, Object> entry) {
    double accuracy = entry.containsKey("class") ? LoadSection.number("class", entry.get("class")) : USUAL_CLASS;
    String refresh = meter.refresh().toMillis() + "ms";
    MeterSetup setup = MeterSetup.of(meter.model())
        .withClass(accuracy)
        .refreshing(Micros.of(TroubleReader.span(entry, "refresh", refresh)));
    String measures = entry.containsKey("measures") ? String.valueOf(entry.get("measures")) : steered(site, meter);
    int slash = measures == null ? -1 : measures.indexOf('/');
    String zone = measures == null || slash < 0 ? measures : measures.substring(0, slash);
    if (zone != null && site.zone(zone) == null) {
      throw new IllegalArgumentException(
          "no zone is called '" + zone + "'; a meter measures a zone, or a load in it like main/solar");
    }
    String load = measures == null || slash < 0 ? null : measures.substring(slash + 1);
    return new Meters.Fitted(meter.endpoint(), setup, zone, load, traps(entry.get("traps")));
  }

  private static @Nullable String steered(Site site, Meter meter) {
    return site.zones().stream().filter(zone -> meter.id().equals(zone.meter())).map(Zone::id).findFirst().orElse(null);
  }

  private static List<MeterTrap> traps(@Nullable Object words) {
    if (words == null) {
      return List.of();
    }
    if (words instanceof List<?> list) {
      return list.stream().map(word -> MeterTrap.named(word.toString())).toList();
    }
    throw new IllegalArgumentException("traps must be a list; write [word-swap]");
  }
}
