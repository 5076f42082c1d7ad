package io.parkbench.scenarios.campaign.run;

import io.parkbench.plant.grid.Breach;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.Severity;
import java.util.List;

/** Which breaches the class of a declared quirk allows: those of bounded ones, under the device, no higher than it can draw. */
final class Allowances {
  private final CampaignCase plan;
  private final Zones zones;

  Allowances(CampaignCase plan, Zones zones) {
    this.plan = plan;
    this.zones = zones;
  }

  /** The bounded quirks that explain the breach, as {@code name@device}; empty when it counts against the gateway. */
  List<String> of(Breach breach) {
    return plan.quirks().stream()
        .filter(quirk -> quirk.severity() == Severity.BOUNDED)
        .filter(quirk -> zones.isUnder(plan.stationOf(quirk), breach.zone()))
        .map(quirk -> quirk.name() + "@" + quirk.on())
        .toList();
  }
}
