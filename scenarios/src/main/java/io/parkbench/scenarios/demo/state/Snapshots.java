package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.bems.Bems;
import io.parkbench.scenarios.demo.scene.Playing;
import io.parkbench.scenarios.demo.world.Breakages.Breakage;
import io.parkbench.scenarios.demo.world.Timeline;
import io.parkbench.scenarios.demo.world.World;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page's state of one world as it changes: all of it for who comes, and what is other than before for who is there. */
public final class Snapshots {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
  /** Energies of a bay are told anew in each of so many looks. */
  private static final int SLOW = 10;
  private static final List<String> LISTS = List.of("bays", "zones", "meters", "inputs");
  private static final List<String> WHOLES = List.of("scene", "tariffs", "remote", "faults", "totals");

  private final World world;
  private final ZoneId zone;
  /** Entries by list and id, and wholes by name, as they were told last. */
  private final Map<String, JsonNode> told = new LinkedHashMap<>();
  private long sequence;
  private long looks;
  private long timelineTold;

  public Snapshots(World world) {
    this.world = world;
    this.zone = world.site().site().timeZone();
  }

  /** Looks, and returns what is other than at the last look. */
  public ObjectNode delta(RunState run) {
    world.observe();
    GatewayView view = world.bench().gateway().view();
    ObjectNode json = head(run, ++sequence);
    bays(json, view);
    ZoneStates zones = new ZoneStates(world, view.now());
    view.zones().forEach(each -> entry(json, "zones", zones.of(each)));
    view.meters().forEach(each -> entry(json, "meters", meter(each)));
    view.inputs().forEach(each -> entry(json, "inputs", input(each)));
    whole(json, "scene", scene(run.playing()));
    whole(json, "tariffs", tariffs(view));
    whole(json, "remote", remote(view));
    whole(json, "faults", faults());
    if (looks % SLOW == 0 || run.paused()) {
      whole(json, "totals", Totals.of(world));
    }
    List<Timeline.Entry> fresh = world.timeline().after(timelineTold);
    if (!fresh.isEmpty()) {
      timeline(json, fresh);
      timelineTold = world.timeline().last();
    }
    looks++;
    return json;
  }

  /** All as it was at the last look. */
  public ObjectNode state(RunState run) {
    if (looks == 0) {
      delta(run);
    }
    ObjectNode json = head(run, sequence);
    LISTS.forEach(json::putArray);
    told.forEach((key, node) -> {
      int slash = key.indexOf(' ');
      if (slash < 0) {
        json.set(key, node);
      } else if (json.get(key.substring(0, slash)) instanceof ArrayNode list) {
        list.add(node);
      }
    });
    WHOLES.stream().filter(name -> !json.has(name)).forEach(json::putNull);
    timeline(json, world.timeline().after(0).stream().filter(entry -> entry.id() <= timelineTold).toList());
    return json;
  }

  private ObjectNode head(RunState run, long number) {
    ObjectNode json = Nodes.object().put("seq", number).put("world", run.world());
    long now = world.time().now();
    json.putObject("clock").put("t", Nodes.millis(now)).put("local", CLOCK.format(Micros.toInstant(now).atZone(zone)))
        .put("speed", run.speed()).put("paused", run.paused()).put("ahead", Nodes.instant(run.aheadTo()))
        .put("behind", run.behind());
    return json;
  }

  private void bays(ObjectNode json, GatewayView view) {
    BayStates states = new BayStates(world, view);
    for (Bay bay : world.bench().plant().model().bays()) {
      ObjectNode last = told.get("bays " + Bays.id(bay)) instanceof ObjectNode node ? node : null;
      entry(json, "bays", states.of(bay, last, (looks + bay.index()) % SLOW == 0));
    }
  }

  private void entry(ObjectNode json, String list, ObjectNode entry) {
    String key = list + " " + entry.path("id").asText();
    if (!entry.equals(told.put(key, entry))) {
      (json.get(list) instanceof ArrayNode there ? there : json.putArray(list)).add(entry);
    }
  }

  private void whole(ObjectNode json, String name, JsonNode node) {
    if (!node.equals(told.put(name, node))) {
      json.set(name, node);
    }
  }

  private ObjectNode meter(GatewayView.Meter meter) {
    ObjectNode json = Nodes.object().put("id", meter.id()).put("state", meter.state().word()).put("trusted", meter.trusted());
    json.put("why", meter.why() == null ? null : meter.why().text());
    ArrayNode amps = json.putArray("a");
    for (Double each : meter.amps()) {
      if (each.isNaN()) {
        amps.addNull();
      } else {
        amps.add(Nodes.tenth(each));
      }
    }
    Double watts = meter.watts();
    json.put("kw", watts == null ? null : Double.valueOf(Nodes.tenth(watts / 1_000)));
    Long energy = meter.energyWh();
    json.put("kwh", energy == null ? null : Double.valueOf(Nodes.tenth(energy / 1_000.0)));
    // a reading each half second is no news; how old it is tells only what is missing
    boolean old = world.time().now() - meter.readAt() > 2 * Micros.SECOND;
    json.put("readAt", old ? Nodes.instant(meter.readAt()) : null);
    ArrayNode faults = json.putArray("faults");
    world.breakages().on(meter.id()).forEach(faults::add);
    world.bench().plant().meters().meter(meter.id()).traps().forEach(trap -> faults.add(trap.word()));
    return json;
  }

  private ObjectNode input(GatewayView.Input input) {
    ObjectNode json = Nodes.object().put("id", Integer.toString(input.number()));
    json.put("closed", world.bench().plant().contact(input.number()).isClosed()).put("active", input.active())
        .put("source", input.sourceState().word()).put("why", input.why()).put("since", Nodes.instant(input.since()));
    ArrayNode faults = json.putArray("faults");
    world.breakages().on("input:" + input.number()).forEach(faults::add);
    return json;
  }

  private static JsonNode scene(@Nullable Playing playing) {
    if (playing == null) {
      return NullNode.instance;
    }
    return Nodes.object().put("id", playing.scene().id()).put("title", playing.scene().title()).put("step", playing.step())
        .put("steps", playing.scene().steps().size()).put("text", playing.text()).put("endsAt", Nodes.millis(playing.endsAt()))
        .put("over", playing.isOver()).put("kept", playing.isKept()).put("outcome", playing.isOver() ? playing.outcome() : null);
  }

  private static ObjectNode tariffs(GatewayView view) {
    ObjectNode json = Nodes.object();
    ArrayNode inForce = json.putArray("inForce");
    view.tariffs().forEach(tariff -> inForce.add(tariff.name()));
    return json;
  }

  private ObjectNode remote(GatewayView view) {
    boolean lost = !world.breakages().on(Bems.GATEWAY.name()).isEmpty();
    String building = world.bench().plant().bems() == null ? "none" : lost ? "lost" : "connected";
    return Nodes.object().put("enabled", view.remote().enabled()).put("active", view.remote().active()).put("building", building);
  }

  private ArrayNode faults() {
    ArrayNode json = Nodes.array();
    for (Breakage each : world.breakages().all()) {
      json.addObject().put("id", each.id()).put("fault", each.fault()).put("on", each.on())
          .put("text", each.fault() + " at " + each.on()).put("since", Nodes.millis(each.since()));
    }
    return json;
  }

  private static void timeline(ObjectNode json, List<Timeline.Entry> entries) {
    ArrayNode list = json.putArray("timeline");
    for (Timeline.Entry each : entries) {
      list.addObject().put("id", each.id()).put("t", Nodes.millis(each.at())).put("kind", each.kind())
          .put("world", each.world() == null ? null : each.world().name().toLowerCase(Locale.ROOT)).put("subject", each.subject())
          .put("text", each.text());
    }
  }
}
