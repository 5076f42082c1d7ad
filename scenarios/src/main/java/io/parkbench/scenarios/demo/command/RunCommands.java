package io.parkbench.scenarios.demo.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.Tariff;
import io.parkbench.kernel.Micros;
import io.parkbench.rigs.ReadySites;
import io.parkbench.scenarios.demo.scene.Scene;
import io.parkbench.scenarios.demo.scene.Scenes;
import io.parkbench.scenarios.demo.world.Dressing;
import io.parkbench.scenarios.demo.world.World;
import io.parkbench.scenarios.demo.world.WorldPlan;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** The clock, and which world it is. */
final class RunCommands {
  static final double SPEED_MOST = 1_000;
  private static final double STEP_MOST = 3_600;
  private static final LocalTime USUAL_FROM = LocalTime.of(7, 0);

  private final Controls controls;

  RunCommands(Controls controls) {
    this.controls = controls;
  }

  String speed(JsonNode command) {
    double speed = new Words(command, Set.of("x")).number("x", 1, SPEED_MOST);
    controls.run(speed);
    return "×" + Math.round(speed);
  }

  String pause(JsonNode command) {
    new Words(command, Set.of());
    controls.pause();
    return "paused";
  }

  String resume(JsonNode command) {
    new Words(command, Set.of());
    controls.resume();
    return "goes on";
  }

  String step(JsonNode command) {
    Words words = new Words(command, Set.of("seconds", "until"));
    if (words.has("until")) {
      if (!words.text("until").equals("next")) {
        throw Refusal.bad("until", "until is 'next', not '" + words.text("until") + "'", "or say seconds");
      }
      controls.stepToNews(Micros.HOUR);
      return "one event on";
    }
    double seconds = words.number("seconds", 1, STEP_MOST);
    controls.step(Math.round(seconds * Micros.SECOND));
    return Math.round(seconds) + " s on";
  }

  /** The clock runs ahead to a minute before a period's next slot. */
  String tariff(JsonNode command) {
    Words words = new Words(command, Set.of("name"));
    World world = controls.world();
    String name = words.text("name");
    Tariff tariff = world.site().site().tariffs().stream().filter(each -> each.name().equals(name)).findFirst()
        .orElseThrow(() -> Refusal.bad("name", "no tariff period is called '" + name + "'",
            "there are " + world.site().site().tariffs().stream().map(Tariff::name).toList()));
    long next = NextSlot.of(tariff, zone(), world.time().now() + Micros.MINUTE);
    if (!tariff.enabled() || next == Long.MAX_VALUE) {
      throw Refusal.notNow("'" + name + "' is not to come", "it is switched off, or has no days");
    }
    controls.runAhead(next - Micros.MINUTE);
    return "runs ahead to a minute before " + name;
  }

  String runTo(JsonNode command) {
    LocalTime to = time(new Words(command, Set.of("to")).text("to"), "to");
    controls.runAhead(NextSlot.of(to, zone(), controls.world().time().now()));
    return "runs ahead to " + to;
  }

  private ZoneId zone() {
    return controls.world().site().site().timeZone();
  }

  String scene(JsonNode command) {
    String id = new Words(command, Set.of("scene")).text("scene");
    Scene scene = Scenes.ALL.stream().filter(each -> each.id().equals(id)).findFirst()
        .orElseThrow(() -> Refusal.bad("scene", "no scene is called '" + id + "'",
            "there are " + Scenes.ALL.stream().map(Scene::id).toList()));
    controls.open(scene.plan(), scene);
    return scene.title();
  }

  String site(JsonNode command) {
    Words words = new Words(command, Set.of("site", "from", "seed", "empty"));
    String name = words.text("site");
    if (!ReadySites.NAMES.contains(name)) {
      throw Refusal.bad("site", "no ready site is called '" + name + "'", "there are " + String.join(", ", ReadySites.NAMES));
    }
    String from = words.textOr("from", null);
    long seed = words.integerOr("seed", 0, Integer.MAX_VALUE, 1);
    LocalTime time = from == null ? USUAL_FROM : time(from, "from");
    try {
      controls.open(new WorldPlan(Dressing.of(name), seed, time, words.flag("empty", false)), null);
    } catch (IOException | SiteException e) {
      throw new Refusal(400, String.valueOf(e.getMessage()), "site", null);
    }
    return "the site " + name;
  }

  private static LocalTime time(String text, String field) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.bad(field, "'" + text + "' is no time of day", "write it like 07:30");
    }
  }
}
