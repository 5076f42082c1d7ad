package io.parkbench.scenarios.demo.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.site.Card;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.car.CarModel;
import io.parkbench.scenarios.demo.world.World;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cars that come and go by command, in both worlds at once. */
final class CarCommands {
  private static final List<String> USUAL = List.of("sedan-22kw", "compact-11kw", "city-7kw", "compact-11kw");
  private static final double USUAL_SOC = 0.2;
  private static final double USUAL_END = 0.8;
  private static final double USUAL_HOURS = 8;
  private static final double KWH_MOST = 500;
  private static final double HOURS_MOST = 240;

  private final World world;
  private final Places places;

  CarCommands(World world) {
    this.world = world;
    this.places = new Places(world.bench().plant().model());
  }

  String arrive(JsonNode command) {
    Words words = new Words(command, Set.of("station", "connector", "zone", "car", "soc", "kwh", "hours"));
    Wishes wishes = wishes(words);
    String station = words.textOr("station", null);
    if (station == null) {
      return come(free(words.textOr("zone", null)), wishes);
    }
    Bay bay = places.bay(station, words.integerOr("connector", 1, 99, 1));
    if (!isFree(bay)) {
      throw Refusal.notNow("there is a car at " + name(bay) + " already", "let it leave first");
    }
    return come(bay, wishes);
  }

  /** A car at every free bay, one each second. */
  String fill(JsonNode command) {
    Words words = new Words(command, Set.of("zone", "car", "soc", "kwh", "hours"));
    Wishes wishes = wishes(words);
    List<Bay> free = places.bays(words.textOr("zone", null)).stream().filter(this::isFree).toList();
    for (int i = 0; i < free.size(); i++) {
      Bay bay = free.get(i);
      world.time().after(i * Micros.SECOND, () -> {
        if (isFree(bay)) {
          come(bay, wishes);
        }
      });
    }
    return free.size() + " cars come";
  }

  String leave(JsonNode command) {
    Words words = new Words(command, Set.of("station", "connector", "zone", "all"));
    String station = words.textOr("station", null);
    if (station != null) {
      Bay bay = places.bay(station, words.integerOr("connector", 1, 99, 1));
      if (isFree(bay)) {
        throw Refusal.notNow("there is no car at " + name(bay), null);
      }
      go(bay);
      return "the car at " + name(bay) + " leaves";
    }
    if (!words.has("zone") && !words.flag("all", false)) {
      throw Refusal.bad("station", "who leaves is missing", "say a station, a zone, or \"all\": true");
    }
    List<Bay> taken = places.bays(words.textOr("zone", null)).stream().filter(bay -> !isFree(bay)).toList();
    taken.forEach(this::go);
    return taken.size() + " cars leave";
  }

  /** How a car comes; kwh null: what it needs for 80 %. */
  private record Wishes(@Nullable CarModel car, double soc, @Nullable Double kwh, double hours) {}

  private static Wishes wishes(Words words) {
    String car = words.textOr("car", null);
    CarModel model;
    try {
      model = car == null ? null : CarModel.named(car);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, String.valueOf(e.getMessage()), "car", "see the cars of GET /site");
    }
    Double kwh = words.has("kwh") ? Double.valueOf(words.number("kwh", 0, KWH_MOST)) : null;
    return new Wishes(
        model, words.numberOr("soc", 0, 1, USUAL_SOC), kwh, words.numberOr("hours", 0.01, HOURS_MOST, USUAL_HOURS));
  }

  private Bay free(@Nullable String zone) {
    return places.bays(zone).stream().filter(this::isFree).findFirst()
        .orElseThrow(() -> Refusal.notNow("all bays are taken", "let somebody leave"));
  }

  private boolean isFree(Bay bay) {
    return world.bench().plant().car(bay.index()) == null;
  }

  private String come(Bay bay, Wishes wishes) {
    int number = world.nextCar();
    CarModel car = wishes.car() == null ? CarModel.named(USUAL.get(number % USUAL.size())) : wishes.car();
    double end = Math.max(USUAL_END, Math.min(1, wishes.soc() + 0.1));
    double wanted = wishes.kwh() == null ? (end - wishes.soc()) * car.batteryWh() / car.efficiency() : wishes.kwh() * 1_000;
    long now = world.time().now();
    Arrival arrival = new Arrival(
        "demo-" + number, now, bay.station().id(), bay.connector().number(),
        now + Math.round(wishes.hours() * Micros.HOUR), wanted, car, wishes.soc(), card(number));
    world.bench().plant().carPark().come(arrival);
    world.twin().carPark().come(arrival);
    return "a " + car.name() + " comes to " + name(bay);
  }

  private String card(int number) {
    List<String> cards = world.site().site().cards().stream().filter(Card::authorised).map(Card::idTag).toList();
    return cards.isEmpty() ? "DEMO-" + number : cards.get(number % cards.size());
  }

  private void go(Bay bay) {
    world.bench().plant().carPark().leave(bay.index());
    world.twin().carPark().leave(bay.index());
  }

  private static String name(Bay bay) {
    return bay.station().id() + "/" + bay.connector().number();
  }
}
