package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts which fault met which session, and which limit held that session back: what a campaign has tried at all. */
final class Coverage {
  private final Bench bench;
  private final Zones zones;
  private final FaultPlayer faults;
  private final @Nullable BuildingPlan building;
  private final Map<String, Integer> met = new TreeMap<>();

  Coverage(Bench bench, Zones zones, FaultPlayer faults, @Nullable BuildingPlan building) {
    this.building = building;
    this.bench = bench;
    this.zones = zones;
    this.faults = faults;
  }

  /** {@code fault|state|source} and how often that was met. */
  Map<String, Integer> met() {
    return met;
  }

  /** A fault is about to begin: looks at every socket that it will hit. */
  void begins(FaultPlan fault) {
    GatewayView view = bench.gateway().view();
    for (Bay bay : bench.plant().model().bays()) {
      String station = bay.station().id();
      if (fault.hits(station) || isBehind(fault, station)) {
        GatewayView.Session session = view.session(station, bay.connector().number());
        boolean plugged = bench.plant().car(bay.index()) != null;
        String state = session == null ? plugged ? "plugged" : "empty" : session.reason().rule().word();
        met.merge(fault.title() + "|" + state + "|" + source(session), 1, Integer::sum);
      }
    }
  }

  private boolean isBehind(FaultPlan fault, String station) {
    String zone = building == null || !fault.isOfMeter() ? null : building.zoneOf(fault.on().getFirst());
    return zone != null && zones.isUnder(station, zone);
  }

  private String source(GatewayView.@Nullable Session session) {
    Reason reason = session == null ? null : session.reason();
    String zone = reason == null ? null : reason.zone();
    if (session == null || reason == null || zone == null) {
      return "none";
    }
    if (faults.isCut(zone)) {
      return "lowered";
    }
    if (building != null && building.metered().stream().anyMatch(metered -> metered.zone().equals(zone))) {
      return "metered-zone";
    }
    if (reason.phase() == 0) {
      return "power";
    }
    return zones.above(session.station()).getFirst().equals(zone) ? "own-zone" : "zone-above";
  }
}
