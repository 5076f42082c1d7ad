package io.parkbench.scenarios.campaign.shrink;

import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import java.util.List;

/** Cases without parts that others refer to, those left out as well. */
final class Without {
  private Without() {}

  /** Without a zone on which nothing hangs: its operator's limits, its meter and its loads go with it. */
  static CampaignCase zone(CampaignCase plan, String id) {
    CampaignCase rest = new CampaignCase(
        plan.seed(), plan.profile(), plan.horizonS(), plan.zones().stream().filter(zone -> !zone.id().equals(id)).toList(),
        plan.stations(), plan.cars(), plan.limits().stream().filter(limit -> !limit.zone().equals(id)).toList(), plan.faults(),
        plan.quirks(), plan.building(), plan.ceilings() == null ? null : plan.ceilings().without(id));
    BuildingPlan building = plan.building();
    if (building == null) {
      return rest;
    }
    List<BuildingPlan.Load> loads = building.loads().stream().filter(load -> !load.zone().equals(id)).toList();
    return otherMeters(
        rest.with(building.with(building.metered(), loads)),
        building.metered().stream().filter(metered -> !metered.zone().equals(id)).toList());
  }

  /** With these meters alone: the zones of the others are static, and nothing is wrong with a meter that is not there. */
  static CampaignCase otherMeters(CampaignCase plan, List<BuildingPlan.Metered> kept) {
    BuildingPlan building = plan.building();
    List<String> meters = kept.stream().map(BuildingPlan.Metered::meter).toList();
    List<FaultPlan> faults = plan.faults().stream()
        .filter(fault -> !fault.isOfMeter() || meters.contains(fault.on().getFirst())).toList();
    return new CampaignCase(
        plan.seed(), plan.profile(), plan.horizonS(), plan.zones(), plan.stations(), plan.cars(), plan.limits(), faults,
        plan.quirks(), building == null || kept.isEmpty() ? null : building.with(kept, building.loads()), plan.ceilings());
  }
}
