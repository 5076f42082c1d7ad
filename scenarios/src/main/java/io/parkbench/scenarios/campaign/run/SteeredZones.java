package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.limits.Limits;
import io.parkbench.gateway.limits.Source;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.world.Plant;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.BuildingPlan.Metered;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The healing of dynamic zones: their meters are trusted again, and their limits have come back to what the building leaves. */
final class SteeredZones {
  /** What may be missing of the room: the guard, a meter's class and whole amperes, noise of the loads, the dead band. */
  private static final double SHARE = 0.04;

  private static final double AMPS = 4;

  private final Bench bench;
  private final BuildingPlan building;
  private final Zones zones;
  private final Excuses excuses;
  private final Set<String> odd;

  SteeredZones(Bench bench, CampaignCase plan, BuildingPlan building, Zones zones, Excuses excuses) {
    this.bench = bench;
    this.building = building;
    this.zones = zones;
    this.excuses = excuses;
    odd = plan.quirks().stream().map(plan::stationOf).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is wrong, one sentence for each zone. */
  List<String> complaints(GatewayView view) {
    List<String> complaints = new ArrayList<>();
    for (Metered metered : building.metered()) {
      Limits limits = view.zone(metered.zone()).limits();
      boolean lowered = limits.isBy(Source.TARIFF) || limits.isBy(Source.INPUT) || limits.isBy(Source.REDUCTION);
      if (!view.meter(metered.meter()).trusted() || !lowered && !limits.isBy(Source.METER)) {
        complaints.add(metered.zone() + " stands at its degraded setpoint though its meter shows what flows: "
            + view.meter(metered.meter()).why());
      } else if (!lowered && isJudged(metered)) {
        risen(metered, limits, complaints);
      }
    }
    return complaints;
  }

  /** Export cannot be told by most meters, and some stations not be served. */
  private boolean isJudged(Metered metered) {
    boolean roof = building.loads().stream()
        .anyMatch(load -> load.kind() == BuildingPlan.Kind.PRODUCTION && isUnder(load.zone(), metered.zone()));
    return !roof && zones.stations(metered.zone()).stream().noneMatch(excuses::covers);
  }

  private boolean isUnder(String zone, String above) {
    PlantModel model = bench.plant().model();
    for (String at = zone; at != null; at = model.zones().get(model.zoneIndex(at)).parent()) {
      if (at.equals(above)) {
        return true;
      }
    }
    return false;
  }

  /** What stations draw whose samples may tell something else: it counts once more, as if it were the building's. */
  private double unproved(String zone, int phase) {
    double amps = 0;
    for (PlantModel.Bay bay : bench.plant().model().bays()) {
      boolean counts = odd.contains(bay.station().id()) && zones.isUnder(bay.station().id(), zone);
      amps += counts ? bench.plant().grid().drawn(bay.index(), phase) : 0;
    }
    return amps;
  }

  private void risen(Metered metered, Limits limits, List<String> complaints) {
    Plant plant = bench.plant();
    Grid grid = plant.grid();
    int zone = plant.model().zoneIndex(metered.zone());
    for (int phase = 1; phase <= 3; phase++) {
      double most = plant.model().zones().get(zone).limit().on(phase);
      double room = most - grid.otherAmps(zone, phase) - unproved(metered.zone(), phase);
      if (limits.limitDa().da(phase) / 10.0 < room - SHARE * most - AMPS) {
        complaints.add(String.format(
            Locale.ROOT, "%s has %.1f A for cars on L%d, and the building leaves %.1f A", metered.zone(),
            limits.limitDa().da(phase) / 10.0, phase, room));
        return;
      }
    }
  }
}
