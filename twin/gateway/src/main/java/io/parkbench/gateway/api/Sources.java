package io.parkbench.gateway.api;

import io.parkbench.gateway.limits.Source;
import io.parkbench.gateway.view.GatewayView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names every limiter that equals the lowest of a zone's, in the API's words. */
final class Sources {
  private Sources() {}

  static List<String> of(GatewayView view, Tree tree, int place) {
    GatewayView.Zone zone = view.zones().get(place);
    int lowestDa = tree.limitDa(place);
    Set<String> sources = new LinkedHashSet<>();
    if (zone.maxDa().minDa() == lowestDa) {
      sources.add("zone_max");
    }
    if (tree.parent(place) >= 0 && tree.limitDa(tree.parent(place)) == lowestDa) {
      sources.add("parent");
    }
    if (zone.limits().limitDa().minDa() == lowestDa || zone.limits().limitW() != null) {
      zone.limits().sources().forEach(source -> sources.add(word(source)));
    }
    return new ArrayList<>(sources);
  }

  private static String word(Source source) {
    return switch (source) {
      case MAXIMUM -> "zone_max";
      case METER -> "dynamic";
      case DEGRADED -> "degraded_meter";
      case TARIFF -> "tou";
      case INPUT -> "digital_input";
      case REDUCTION -> "external_reduction";
    };
  }
}
