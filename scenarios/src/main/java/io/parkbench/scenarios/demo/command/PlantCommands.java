package io.parkbench.scenarios.demo.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Faults.Guard;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.breaker.Breakers;
import io.parkbench.plant.input.Contact;
import io.parkbench.plant.load.LoadAmps;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.plant.meter.VirtualMeter;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.world.Plant;
import io.parkbench.scenarios.demo.world.Breakages.Breakage;
import io.parkbench.scenarios.demo.world.World;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What people do to the site itself: loads, contacts, quirks, meters, breakers. */
final class PlantCommands {
  private static final String LOAD = "by hand";
  private static final double AMPS_MOST = 10_000;
  private static final double CHATTER_HERTZ = 20;

  private final World world;
  private final Plant plant;
  private final Places places;

  PlantCommands(World world) {
    this.world = world;
    this.plant = world.bench().plant();
    this.places = new Places(plant.model());
  }

  String load(JsonNode command) {
    Words words = new Words(command, Set.of("zone", "a"));
    String zone = words.text("zone");
    places.zone(zone);
    double[] amps = words.phases("a", -AMPS_MOST, AMPS_MOST);
    if (amps[0] == 0 && amps[1] == 0 && amps[2] == 0) {
      plant.loads().remove(zone, LOAD);
      world.twin().loads().remove(zone, LOAD);
      return "no load by hand in " + zone + " any more";
    }
    LoadAmps load = new LoadAmps(amps[0], amps[1], amps[2]);
    plant.loads().set(zone, LOAD, load);
    world.twin().loads().set(zone, LOAD, load);
    return "the building draws " + Math.round(amps[0]) + ", " + Math.round(amps[1]) + ", " + Math.round(amps[2]) + " A more in "
        + zone;
  }

  String input(JsonNode command) {
    Words words = new Words(command, Set.of("number", "closed", "fault"));
    int number = (int) words.number("number", 1, 3);
    if (!plant.contacts().inputs().contains(number)) {
      throw Refusal.bad("number", "the site has no input " + number, "there are " + plant.contacts().inputs());
    }
    Contact contact = plant.contact(number);
    if (words.has("fault")) {
      return fault(number, contact, words.text("fault"));
    }
    if (!words.has("closed")) {
      throw Refusal.bad("closed", "closed is missing", "say true or false, or a fault");
    }
    boolean closed = words.flag("closed", false);
    if (closed) {
      contact.close();
    } else {
      contact.open();
    }
    return "the contact of input " + number + (closed ? " closes" : " opens");
  }

  private String fault(int number, Contact contact, String fault) {
    String on = "input:" + number;
    Guard heal;
    switch (fault) {
      case "stick" -> {
        contact.stick(true);
        heal = () -> contact.stick(false);
      }
      case "broken-wire" -> {
        contact.breakWire(true);
        heal = () -> contact.breakWire(false);
      }
      case "chatter" -> {
        contact.chatter(10 * Micros.SECOND, CHATTER_HERTZ);
        return "the contact of input " + number + " chatters for 10 s";
      }
      case "heal" -> {
        world.breakages().all().stream().filter(each -> each.on().equals(on)).map(Breakage::id).toList()
            .forEach(world.breakages()::heal);
        return "input " + number + " is mended";
      }
      default ->
          throw Refusal.bad("fault", "no fault of contacts is called '" + fault + "'", "stick, broken-wire, chatter or heal");
    }
    world.breakages().add(fault, on, List.of(on), world.time().now(), List.of(heal));
    world.timeline().add(world.time().now(), "fault", null, on, fault + " at " + on);
    return fault + " at input " + number;
  }

  String quirk(JsonNode command) {
    Words words = new Words(command, Set.of("quirk", "station", "connector", "active"));
    Quirk quirk = named("quirk", () -> Quirk.named(words.text("quirk")));
    boolean active = words.flag("active", true);
    Bay bay = places.bay(words.text("station"), words.integerOr("connector", 1, 99, 1));
    String station = bay.station().id();
    if (quirk.kind() == Quirk.Kind.CHARGER) {
      plant.station(station).quirk(quirk, active);
    } else if (plant.car(bay.index()) == null) {
      throw Refusal.notNow("there is no car at " + station + "/" + bay.connector().number() + " to have a quirk", "let one arrive");
    } else {
      plant.station(station).carQuirk(bay.connector().number(), quirk, active);
    }
    world.timeline().add(world.time().now(), "fault", null, station, quirk.word() + (active ? "" : " is over"));
    return station + (active ? " has the quirk " : " has no more the quirk ") + quirk.word();
  }

  String meterTrap(JsonNode command) {
    Words words = new Words(command, Set.of("meter", "trap", "active"));
    VirtualMeter meter = named("meter", () -> plant.meters().meter(words.text("meter")));
    MeterTrap trap = named("trap", () -> MeterTrap.named(words.text("trap")));
    if (trap.realSocketsOnly()) {
      throw Refusal.bad("trap", "'" + trap + "' exists on real sockets only", "choose another one of GET /site");
    }
    boolean active = words.flag("active", true);
    meter.trap(trap, active);
    world.timeline().add(world.time().now(), "fault", null, words.text("meter"), trap.word() + (active ? "" : " is over"));
    return words.text("meter") + (active ? " " + trap.sentence() : " is honest again");
  }

  String breaker(JsonNode command) {
    Words words = new Words(command, Set.of("zone", "close", "world"));
    String zone = words.text("zone");
    int index = places.zone(zone);
    boolean close = words.flag("close", true);
    String which = words.has("world") ? words.text("world") : "both";
    if (!Set.of("managed", "unmanaged", "both").contains(which)) {
      throw Refusal.bad("world", "there is no world '" + which + "'", "managed, unmanaged or both");
    }
    if (plant.protection().breakers().device(index) == null) {
      throw Refusal.notNow("zone " + zone + " has no breaker", null);
    }
    if (!which.equals("unmanaged")) {
      if (close) {
        plant.protection().close(zone);
      } else {
        plant.protection().open(zone);
      }
    }
    if (!which.equals("managed")) {
      Breakers twin = world.twin().breakers();
      if (close) {
        twin.close(index);
      } else {
        twin.open(index);
      }
    }
    return "the breaker of " + zone + " is " + (close ? "closed" : "opened")
        + (which.equals("both") ? "" : " in the " + which + " world");
  }

  /** A static zone's maximum, live. */
  String limit(JsonNode command) {
    Words words = new Words(command, Set.of("zone", "a"));
    String zone = words.text("zone");
    PlantModel.Zone built = plant.model().zones().get(places.zone(zone));
    double amps = words.number("a", 0, AMPS_MOST);
    try {
      world.setMaximum(zone, amps);
    } catch (IllegalArgumentException e) {
      throw Refusal.notNow(String.valueOf(e.getMessage()), built.forAll() ? "its meter steers it" : null);
    }
    return "zone " + zone + " may have " + amps + " A";
  }

  private static <T> T named(String field, Supplier<T> found) {
    try {
      return found.get();
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, String.valueOf(e.getMessage()), field, "see GET /site");
    }
  }
}
