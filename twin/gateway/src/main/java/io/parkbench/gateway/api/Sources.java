package io.parkbench.gateway.api;

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
    if (zone.limits().limitDa().minDa() == lowestDa) {
      sources.add(word(zone.limits().by()));
    }
    GatewayView.Reduction reduction = zone.reduction();
    if (reduction != null && reduction.limitDa() == lowestDa) {
      sources.add("external_reduction");
    }
    return new ArrayList<>(sources);
  }

  /** As {@code Limits.by} has it. */
  private static String word(String by) {
    return switch (by) {
      case "meter" -> "dynamic";
      case "degraded" -> "degraded_meter";
      case "tou", "tariff" -> "tou";
      case "input" -> "digital_input";
      case "reduction" -> "external_reduction";
      default -> "zone_max";
    };
  }
}
