package io.parkbench.gateway.api;

import io.parkbench.gateway.view.GatewayView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones of a view as a tree, and what binds in it. */
final class Tree {
  private final List<GatewayView.Zone> zones;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] parents;

  Tree(GatewayView view) {
    zones = view.zones();
    parents = new int[zones.size()];
    for (int i = 0; i < zones.size(); i++) {
      places.put(zones.get(i).id(), i);
      String parent = zones.get(i).parent();
      parents[i] = parent == null ? -1 : places.getOrDefault(parent, -1);
    }
  }

  /** Where a zone is in the view; −1 for none. */
  int place(@Nullable String zone) {
    return zone == null ? -1 : places.getOrDefault(zone, -1);
  }

  int parent(int place) {
    return parents[place];
  }

  boolean isUnder(int place, int above) {
    int at = place;
    while (at >= 0 && at != above) {
      at = parents[at];
    }
    return at == above && at >= 0;
  }

  /** What may flow on a supply phase (1…3) with all the zones above, 0.1 A. */
  int limitDa(int place, int phase) {
    int limitDa = Integer.MAX_VALUE;
    for (int at = place; at >= 0; at = parents[at]) {
      limitDa = Math.min(limitDa, zones.get(at).limits().limitDa().da(phase));
    }
    return limitDa;
  }

  /** The lowest of the phases, 0.1 A. */
  int limitDa(int place) {
    return Math.min(limitDa(place, 1), Math.min(limitDa(place, 2), limitDa(place, 3)));
  }

  /** The power limit with all the zones above, W; the currents' at nominal voltage where that is lower. */
  double limitW(int place, double volts) {
    double watts = (limitDa(place, 1) + limitDa(place, 2) + limitDa(place, 3)) / 10.0 * volts;
    for (int at = place; at >= 0; at = parents[at]) {
      Integer limit = zones.get(at).limits().limitW();
      watts = limit == null ? watts : Math.min(watts, limit);
    }
    return watts;
  }
}
