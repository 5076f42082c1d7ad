package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Tariff;
import io.parkbench.gateway.site.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The limit of each zone in each tariff period, for people to look over (R-TOU-4). */
public final class TariffSummary {
  private TariffSummary() {}

  /**
   * @param zone its id
   * @param byPeriod by the name of the period, 0.1 A; the zone's maximum where the period is disabled, or switched off for it
   */
  public record Row(String zone, Map<String, PerPhase> byPeriod) {}

  /** A row for each zone, in the order of the site. */
  public static List<Row> of(Site site) {
    List<Row> rows = new ArrayList<>();
    for (Zone zone : site.zones()) {
      Map<String, PerPhase> byPeriod = new LinkedHashMap<>();
      for (Tariff tariff : site.tariffs()) {
        boolean applies = tariff.enabled() && !tariff.offIn().contains(zone.id());
        byPeriod.put(tariff.name(), applies
            ? Term.percent(Source.TARIFF, tariff.name(), zone.maxDa(), zone.maxW(), tariff.maxPercent(), false).limitDa()
            : zone.maxDa());
      }
      rows.add(new Row(zone.id(), byPeriod));
    }
    return rows;
  }
}
