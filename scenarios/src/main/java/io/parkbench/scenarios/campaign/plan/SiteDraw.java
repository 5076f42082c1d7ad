package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.scenarios.campaign.plan.CampaignCase.StationPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.ZonePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws a site: a tree of one to three levels, 1 to 30 stations (more often few), limits that bind now and then. */
final class SiteDraw {
  private static final int STATIONS_MOST = 30;
  private static final int LEAST_LIMIT_A = 13;

  private static final List<String> THREE_PHASE = List.of("TRI123", "TRI231", "TRI312");
  private static final List<String> ONE_PHASE = List.of("MONO1", "MONO2", "MONO3");
  private static final List<Integer> RATINGS = List.of(16, 20, 32, 32, 63);
  private static final double PHASE_KW = 0.23;

  private final Chance chance;
  private final List<ZonePlan> zones = new ArrayList<>();
  private final List<StationPlan> stations = new ArrayList<>();
  private final Map<String, @Nullable String> parents = new LinkedHashMap<>();

  SiteDraw(Chance chance) {
    this.chance = chance;
    List<String> terminal = tree();
    int count = 1 + (int) ((STATIONS_MOST - 1) * Math.pow(chance.nextDouble(), 2.5));
    for (int i = 1; i <= count; i++) {
      stations.add(station("s" + (i < 10 ? "0" : "") + i, terminal.get((int) chance.between(0, terminal.size() - 1))));
    }
    limits();
  }

  List<ZonePlan> zones() {
    return zones;
  }

  List<StationPlan> stations() {
    return stations;
  }

  /** Names the zones, each with its parent; returns those without sub-zones. */
  private List<String> tree() {
    int levels = 1 + (chance.happens(0.65) ? 1 : 0) + (chance.happens(0.35) ? 1 : 0);
    parents.put("main", null);
    if (levels == 1) {
      return List.of("main");
    }
    List<String> terminal = new ArrayList<>();
    long branches = chance.between(1, 3);
    for (int b = 1; b <= branches; b++) {
      String branch = "z" + b;
      parents.put(branch, "main");
      boolean forks = levels == 3 && (b == 1 || chance.happens(0.4));
      long twigs = forks ? chance.between(1, 2) : 0;
      for (int t = 1; t <= twigs; t++) {
        parents.put(branch + "-" + t, branch);
        terminal.add(branch + "-" + t);
      }
      if (!forks) {
        terminal.add(branch);
      }
    }
    return terminal;
  }

  private StationPlan station(String id, String zone) {
    boolean vip = chance.happens(0.06);
    boolean mono = chance.happens(0.25);
    String wiring = (mono ? ONE_PHASE : THREE_PHASE).get((int) chance.between(0, 2));
    int rating = RATINGS.get((int) chance.between(0, RATINGS.size() - 1));
    double kind = chance.nextDouble();
    int connectors = chance.happens(0.5) ? 2 : 1;
    if (kind < 0.35) {
      return new StationPlan(id, "pro-ac", zone, wiring, vip, null, null);
    } else if (kind < 0.55) {
      return new StationPlan(id, "parking", zone, wiring, vip, null, null);
    } else if (kind < 0.62) {
      return new StationPlan(id, "city", zone, wiring, vip, null, null);
    } else if (kind < 0.69) {
      return new StationPlan(id, "smart-wallbox-te", zone, wiring, vip, null, null);
    } else if (kind < 0.72) {
      return new StationPlan(id, "dc-24", zone, THREE_PHASE.get((int) chance.between(0, 2)), vip, null, null);
    }
    return new StationPlan(id, "generic-ac", zone, wiring, vip, rating, connectors);
  }

  /** What all connectors of a station could draw together per phase, roughly, A. */
  private static int wish(StationPlan station) {
    int each = station.maxA() != null ? station.maxA() : station.model().equals("dc-24") ? 45 : 32;
    boolean two = station.connectors() != null ? station.connectors() == 2
        : station.model().equals("parking") || station.model().equals("city");
    return station.wiring().startsWith("MONO") ? each * (two ? 2 : 1) / 2 : each * (two ? 2 : 1);
  }

  private void limits() {
    Map<String, Integer> wishes = new LinkedHashMap<>();
    for (String zone : parents.keySet()) {
      wishes.put(zone, 0);
    }
    for (StationPlan station : stations) {
      for (String zone = station.zone(); zone != null; zone = parents.get(zone)) {
        wishes.merge(zone, wish(station), Integer::sum);
      }
    }
    Map<String, List<Integer>> limits = new LinkedHashMap<>();
    parents.forEach((zone, parent) -> {
      double tightness = 0.2 + chance.nextDouble() * 0.9;
      int wanted = Math.max(LEAST_LIMIT_A, (int) Math.round(wishes.getOrDefault(zone, 0) * tightness));
      boolean uneven = chance.happens(0.12);
      List<Integer> above = parent == null ? null : limits.get(parent);
      List<Integer> own = new ArrayList<>();
      for (int phase = 0; phase < 3; phase++) {
        int amps = uneven ? Math.max(LEAST_LIMIT_A, (int) (wanted * (0.6 + 0.4 * chance.nextDouble()))) : wanted;
        own.add(above == null ? amps : Math.min(amps, above.get(phase)));
      }
      limits.put(zone, own);
      int sum = own.stream().mapToInt(Integer::intValue).sum();
      boolean powered = chance.happens(0.15);
      double share = 0.5 + 0.45 * chance.nextDouble();
      Integer kw = powered ? Math.max(4, (int) Math.round(sum * PHASE_KW * share)) : null;
      zones.add(new ZonePlan(zone, parent, own, kw));
    });
  }
}
