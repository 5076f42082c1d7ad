package io.parkbench.gateway.config;

import io.parkbench.gateway.site.Licence;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows what of a site can change while its gateway runs: maxima of static zones, tariffs, inputs, cards, and the licence for a larger one
 * (R-SITE-3, R-SITE-7).
 */
final class Live {
  private Live() {}

  /** Whether a gateway can go from one site to the other without a restart. */
  static boolean reaches(Site from, Site to) {
    return (to.licence() == from.licence() || holdsAll(to.licence(), from.licence())) && from.equals(withRest(from, to));
  }

  /** {@code to}, with what can change put back to what it was. */
  private static Site withRest(Site from, Site to) {
    List<Zone> zones = new ArrayList<>();
    for (Zone zone : to.zones()) {
      Zone was = from.zone(zone.id());
      zones.add(was == null || was.dynamic() || zone.dynamic() ? zone : withMaximum(zone, was));
    }
    return new Site(
        to.name(), from.licence(), to.nominalVoltage(), to.timeZone(), to.settings(), zones, to.meters(), to.stations(),
        from.inputs(),
        from.tariffs(), from.cards(), to.users(), to.cpo(), to.arrivals(), to.plant(), from.text());
  }

  private static Zone withMaximum(Zone zone, Zone was) {
    return new Zone(
        zone.id(), zone.name(), zone.parent(), was.maxDa(), was.maxW(), zone.directive(), zone.meter(), zone.breaker(),
        zone.margin(),
        zone.degradedDa(), zone.buildingPeakDa(), zone.auth(), zone.offlineAuth(), zone.plant());
  }

  private static boolean holdsAll(Licence larger, Licence smaller) {
    Set<Licence.Feature> features = Stream.of(Licence.Feature.values()).filter(smaller::has).collect(Collectors.toSet());
    return larger.holds(smaller.stations(), smaller.zones(), smaller.levels(), features);
  }
}
