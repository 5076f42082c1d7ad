package io.parkbench.scenarios.campaign.plan;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.scenarios.campaign.plan.CampaignCase.CarPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.StationPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.ZonePlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the site of a case as a site file and loads it the way every site is loaded, with all its checks. */
public final class CaseSite {
  /** Cards that begin so are VIPs'. */
  public static final String VIP_CARD = "VIP-";

  private static final List<String> THREE_PHASE = List.of("TRI123", "TRI231", "TRI312");
  private static final List<String> ONE_PHASE = List.of("MONO1", "MONO2", "MONO3");

  private CaseSite() {}

  /** The site; a case that describes none fails with {@link IllegalArgumentException} and all that is wrong with it. */
  public static Site of(CampaignCase drawn) {
    try {
      return SiteFile.parse("seed-" + drawn.seed() + ".yaml", yaml(drawn));
    } catch (SiteException e) {
      throw new IllegalArgumentException("case of seed " + drawn.seed() + ": " + e.getMessage(), e);
    }
  }

  /** The same as the text of a site file. */
  public static String yaml(CampaignCase drawn) {
    StringBuilder yaml = new StringBuilder();
    CeilingYaml lowering = new CeilingYaml(drawn.ceilings());
    yaml.append("# Campaign case of seed ").append(drawn.seed()).append(", profile ").append(drawn.profile()).append('\n');
    yaml.append("name: Campaign ").append(drawn.seed()).append("\nlicence: ")
        .append(drawn.dynamic() || drawn.ceilings() != null ? "EDL" : "ESM").append("\ntime_zone: ").append(lowering.timeZone())
        .append('\n');
    yaml.append("settings: {consumption_optimisation: true");
    BuildingPlan building = drawn.building();
    if (building != null) {
      yaml.append(", lease_dynamic: ").append(building.leaseS()).append("s, share_degraded: ").append(building.shareDegraded());
    }
    lowering.settings(yaml);
    yaml.append("}\n");
    BuildingYaml metering = new BuildingYaml(building);
    metering.meters(yaml);
    yaml.append("zones:\n");
    for (ZonePlan zone : drawn.zones()) {
      yaml.append("  - {id: ").append(zone.id());
      if (zone.parent() != null) {
        yaml.append(", parent: ").append(zone.parent());
      }
      yaml.append(", max_a: ").append(zone.maxA().size() == 1 ? zone.maxA().getFirst() : zone.maxA());
      if (zone.maxKw() != null) {
        yaml.append(", max_kw: ").append(zone.maxKw());
      }
      metering.zone(yaml, zone.id());
      yaml.append(", auth: all}\n");
    }
    yaml.append(drawn.stations().isEmpty() ? "stations: []\n" : "stations:\n");
    drawn.stations().forEach(station -> append(yaml, station));
    Set<String> vips = drawn.cars().stream().map(CarPlan::card).filter(card -> card.startsWith(VIP_CARD))
        .collect(Collectors.toCollection(TreeSet::new));
    if (!vips.isEmpty()) {
      yaml.append("cards:\n");
      vips.forEach(card -> yaml.append("  - {id: ").append(card).append(", vip: true}\n"));
    }
    lowering.lists(yaml);
    if (drawn.dynamic() || lowering.hasContacts()) {
      yaml.append("plant:\n");
      metering.plant(yaml);
      lowering.contacts(yaml);
    }
    return yaml.toString();
  }

  private static void append(StringBuilder yaml, StationPlan station) {
    yaml.append("  - {id: ").append(station.id()).append(", model: ").append(station.model());
    yaml.append(", zone: ").append(station.zone());
    if (station.vip()) {
      yaml.append(", vip: true");
    }
    Integer connectors = station.connectors();
    if (connectors == null) {
      yaml.append(", wiring: ").append(station.wiring());
      if (station.maxA() != null) {
        yaml.append(", max_a: ").append(station.maxA());
      }
    } else {
      List<String> order = station.wiring().startsWith("TRI") ? THREE_PHASE : ONE_PHASE;
      int first = order.indexOf(station.wiring());
      yaml.append(", max_a: ").append(station.maxA()).append(", connectors: [");
      for (int i = 0; i < connectors; i++) {
        yaml.append(i == 0 ? "" : ", ").append("{wiring: ").append(order.get((first + i) % order.size())).append('}');
      }
      yaml.append(']');
    }
    yaml.append("}\n");
  }
}
