package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.ReadySites;
import io.parkbench.scenarios.demo.command.FaultCommands;
import io.parkbench.scenarios.demo.scene.Scene;
import io.parkbench.scenarios.demo.scene.Scenes;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What there is to choose from, on any site. */
final class Catalogue {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int[] SPEEDS = {1, 10, 60, 300, 1_000};
  private static final List<String> ON_LINKS = List.of("station", "zone", "half", "all", "meter", "building");
  private static final List<String> ON_STATIONS = List.of("station", "zone", "half", "all");

  private Catalogue() {}

  static void write(ObjectNode json) {
    ArrayNode scenes = json.putArray("scenes");
    for (Scene scene : Scenes.ALL) {
      scenes.addObject().put("id", scene.id()).put("title", scene.title()).put("text", scene.text())
          .put("promise", scene.promise()).put("site", scene.site()).put("from", CLOCK.format(scene.plan().from()))
          .put("minutes", scene.minutes());
    }
    ArrayNode sites = json.putArray("sites");
    ReadySites.NAMES.forEach(sites::add);
    ArrayNode cars = json.putArray("cars");
    for (String name : CarModel.names()) {
      CarModel car = CarModel.named(name);
      cars.addObject().put("name", name).put("kwh", car.batteryWh() / 1_000).put("phases", car.phases())
          .put("maxA", Nodes.tenth(car.maxAmps())).put("minA", car.minAmps()).put("dcKw", car.dcWatts() / 1_000);
    }
    ArrayNode quirks = json.putArray("quirks");
    for (Quirk quirk : Quirk.values()) {
      quirks.addObject().put("name", quirk.word()).put("on", quirk.kind() == Quirk.Kind.CAR ? "car" : "charger")
          .put("text", quirk.sentence()).put("duty", quirk.duty().name().toLowerCase(Locale.ROOT));
    }
    ArrayNode faults = json.putArray("faults");
    FaultCommands.onLinks().forEach((name, text) -> fault(faults, name, text, ON_LINKS));
    for (Map.Entry<String, String> each : FaultCommands.onStations().entrySet()) {
      fault(faults, each.getKey(), each.getValue(), ON_STATIONS);
    }
    fault(faults, "broken", "a part of the network is broken", List.of("network"));
    ArrayNode traps = json.putArray("meterTraps");
    for (MeterTrap trap : MeterTrap.values()) {
      if (!trap.realSocketsOnly()) {
        traps.addObject().put("name", trap.word()).put("text", trap.sentence());
      }
    }
    ArrayNode speeds = json.putArray("speeds");
    for (int speed : SPEEDS) {
      speeds.add(speed);
    }
  }

  private static void fault(ArrayNode faults, String name, String text, List<String> on) {
    ArrayNode places = faults.addObject().put("name", name).put("text", text).putArray("on");
    on.forEach(places::add);
  }
}
