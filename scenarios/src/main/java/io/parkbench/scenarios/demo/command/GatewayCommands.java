package io.parkbench.scenarios.demo.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.site.Licence;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.Zone;
import io.parkbench.plant.bems.Bems;
import io.parkbench.plant.bems.Reduction;
import io.parkbench.scenarios.demo.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people ask of the gateway, by the ways that a real one has: the building's REST API, its configuration, a restart. */
final class GatewayCommands {
  private static final double VALUE_MOST = 100_000;
  private static final double MINUTES_MOST = 10_080;
  private static final double USUAL_MINUTES = 60;

  private final World world;
  private final Controls controls;

  GatewayCommands(World world, Controls controls) {
    this.world = world;
    this.controls = controls;
  }

  /** What comes of it is told by the building's system, in the timeline. */
  String reduction(JsonNode command) {
    Words words = new Words(command, Set.of("zone", "kind", "value", "minutes", "lift"));
    new Places(world.bench().plant().model()).zone(words.text("zone"));
    Zone zone = world.bench().site().zone(words.text("zone"));
    Bems bems = world.bench().plant().bems();
    if (bems == null || zone == null) {
      throw Refusal.notNow("the site has no building's system that reduces", null);
    }
    if (bems.map().at() == Long.MIN_VALUE) {
      throw Refusal.notNow("the building's system has not logged in yet", "wait a simulated minute");
    }
    if (words.flag("lift", false)) {
      bems.lift(zone.name(), outcome -> {});
      return "the building lifts its reduction of " + zone.name();
    }
    Reduction.Unit unit = unit(words.text("kind"));
    double value = words.number("value", 0, unit == Reduction.Unit.PERCENT ? 100 : VALUE_MOST);
    Duration lasting = Duration.ofSeconds(Math.round(60 * words.numberOr("minutes", 1, MINUTES_MOST, USUAL_MINUTES)));
    Reduction reduction = new Reduction(value, unit, new Reduction.Lasting(lasting));
    bems.reduce(zone.name(), reduction, outcome -> {});
    return "the building asks for " + reduction + " in " + zone.name();
  }

  private static Reduction.Unit unit(String kind) {
    return Arrays.stream(Reduction.Unit.values()).filter(unit -> unit.word().equals(kind)).findFirst()
        .orElseThrow(() -> Refusal.bad("kind", "no kind of reduction is called '" + kind + "'", "percentage, current or power"));
  }

  /** The gateway restarts with it. */
  String licence(JsonNode command) {
    Words words = new Words(command, Set.of("licence"));
    String name = words.text("licence");
    Licence licence = Arrays.stream(Licence.values()).filter(each -> each.name().equals(name)).findFirst()
        .orElseThrow(() -> Refusal.bad("licence", "no licence is called '" + name + "'", Arrays.toString(Licence.values())));
    try {
      world.restart(world.site().under(licence));
    } catch (SiteException e) {
      throw Refusal.notNow("licence " + name + " does not hold this site: " + firstLine(e.getMessage()), "choose a larger one");
    }
    controls.siteChanged();
    return "the gateway restarts with licence " + name;
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }

  String restart(JsonNode command) {
    new Words(command, Set.of());
    world.restart(world.site());
    return "the gateway restarts and is back in 5 s";
  }
}
