package io.parkbench.scenarios.demo.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults.Guard;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.bems.Bems;
import io.parkbench.plant.fault.Trouble;
import io.parkbench.plant.fault.Troubles;
import io.parkbench.scenarios.demo.world.Breakages.Breakage;
import io.parkbench.scenarios.demo.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What breaks by command, and is healed: links, stations, meters, the building's system, parts of the network. */
public final class FaultCommands {
  /** What can be on links, with what it means. */
  private static final Map<String, String> ON_LINKS = new LinkedHashMap<>();
  /** What can be on stations besides. */
  private static final Map<String, String> ON_STATIONS = new LinkedHashMap<>();

  private static final String HALF = "half";
  private static final double LOST = 0.3;
  private static final Duration CLOCK_JUMP = Duration.ofMinutes(2);
  private static final double MINUTES_MOST = 1_440;

  static {
    ON_LINKS.put("cut", "the cable is out, and both ends hear it");
    ON_LINKS.put("silence", "half-open: nothing gets through, and nobody is told");
    ON_LINKS.put("hold", "messages wait until it heals");
    ON_LINKS.put("drop", "three of ten messages vanish");
    ON_LINKS.put("delay", "messages take 2 to 8 s longer");
    ON_STATIONS.put("freeze", "the station hangs, its car goes on");
    ON_STATIONS.put("dark", "the station has no mains");
    ON_STATIONS.put("reboot", "the electronics restart without a word");
    ON_STATIONS.put("clock-jump", "the station's clock jumps ahead by 2 minutes");
  }

  private final World world;
  private final Places places;

  FaultCommands(World world) {
    this.world = world;
    this.places = new Places(world.bench().plant().model());
  }

  /** What can be on links of stations, meters and the building's system, with what it means. */
  public static Map<String, String> onLinks() {
    return new LinkedHashMap<>(ON_LINKS);
  }

  /** What can be on stations besides, with what it means. */
  public static Map<String, String> onStations() {
    return new LinkedHashMap<>(ON_STATIONS);
  }

  String begin(JsonNode command) {
    Words words = new Words(command, Set.of("fault", "on", "minutes"));
    String fault = words.text("fault");
    String on = words.text("on");
    double minutes = words.numberOr("minutes", 0, MINUTES_MOST, 0);
    List<String> touched = new ArrayList<>();
    List<Guard> guards = fault.equals("broken") ? broken(on, touched) : on(fault, on, touched);
    long now = world.time().now();
    Breakage breakage = world.breakages().add(fault, on, touched, now, guards);
    if (minutes > 0) {
      world.time().after(Math.round(minutes * Micros.MINUTE), () -> heal(breakage.id()));
    }
    world.timeline().add(now, "fault", null, on, fault + " at " + on + (minutes > 0 ? " for " + minutes + " min" : ""));
    return fault + " at " + on + " (" + breakage.id() + ")";
  }

  private List<Guard> broken(String part, List<String> touched) {
    Troubles troubles = world.bench().plant().troubles();
    if (!troubles.network().topology().parts().contains(part)) {
      throw Refusal.bad("on", "the network has no part '" + part + "'",
          troubles.network().topology().parts().isEmpty() ? "the site file describes no network" : "see network of GET /site");
    }
    Guard guard = troubles.begin(new Trouble.Broken(part));
    touched.addAll(troubles.network().cutOff());
    return List.of(guard);
  }

  private List<Guard> on(String fault, String on, List<String> touched) {
    boolean link = ON_LINKS.containsKey(fault);
    if (!link && !ON_STATIONS.containsKey(fault)) {
      throw Refusal.bad("fault", "no fault is called '" + fault + "'",
          "there are " + String.join(", ", ON_LINKS.keySet()) + ", " + String.join(", ", ON_STATIONS.keySet()) + ", broken");
    }
    List<String> stations = stations(on);
    if (stations == null) {
      String device = device(on);
      if (!link) {
        throw Refusal.bad("fault", "'" + fault + "' is for stations, not for " + on, "there are " + ON_LINKS.keySet());
      }
      touched.add(device);
    } else {
      touched.addAll(stations);
    }
    if (link) {
      return List.of(world.bench().net().faults().add(Links.of(touched), onLinks(fault)));
    }
    return touched.stream().map(station -> world.bench().plant().troubles().begin(trouble(fault, station))).toList();
  }

  private static Fault onLinks(String fault) {
    return switch (fault) {
      case "cut" -> new Fault.Cut();
      case "silence" -> new Fault.Silence();
      case "hold" -> new Fault.Hold();
      case "drop" -> new Fault.Drop(LOST);
      default -> new Fault.Delay(2 * Micros.SECOND, 8 * Micros.SECOND);
    };
  }

  private static Trouble trouble(String fault, String station) {
    return switch (fault) {
      case "freeze" -> new Trouble.Freeze(station);
      case "dark" -> new Trouble.Dark(station);
      case "reboot" -> new Trouble.Reboot(station);
      default -> new Trouble.ClockJump(station, CLOCK_JUMP);
    };
  }

  /** The stations that are meant; null where something else is. */
  private @Nullable List<String> stations(String on) {
    if (on.equals("all")) {
      return places.stations(null);
    }
    if (on.startsWith("zone:")) {
      return places.stations(on.substring("zone:".length()));
    }
    if (on.equals(HALF) || on.startsWith(HALF + ":")) {
      List<String> all = places.stations(on.equals(HALF) ? null : on.substring(HALF.length() + 1));
      return IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
    }
    return on.equals("building") || on.startsWith("meter:") ? null : List.of(places.station(on));
  }

  /** By what name faults go for it on the net. */
  private String device(String on) {
    if (on.equals("building")) {
      if (world.bench().plant().bems() == null) {
        throw Refusal.bad("on", "the site has no building's system", null);
      }
      return Bems.GATEWAY.name();
    }
    String meter = on.substring("meter:".length());
    if (!world.bench().plant().meters().ids().contains(meter)) {
      throw Refusal.bad("on", "no meter is called '" + meter + "'",
          "there are " + String.join(", ", world.bench().plant().meters().ids()));
    }
    return meter;
  }

  String heal(JsonNode command) {
    Words words = new Words(command, Set.of("id", "all"));
    if (words.flag("all", false)) {
      List<Breakage> all = world.breakages().all();
      all.forEach(each -> heal(each.id()));
      return all.size() + " faults are healed";
    }
    if (!words.has("id")) {
      throw Refusal.bad("id", "what is healed is missing", "say an id of the faults, or \"all\": true");
    }
    int id = words.integerOr("id", 1, Integer.MAX_VALUE, 0);
    if (!heal(id)) {
      throw new Refusal(404, "there is no fault " + id + ", or it is healed already", "id", null);
    }
    return "fault " + id + " is healed";
  }

  private boolean heal(int id) {
    Breakage healed = world.breakages().heal(id);
    if (healed != null) {
      world.timeline().add(world.time().now(), "fault", null, healed.on(), healed.fault() + " at " + healed.on() + " is over");
    }
    return healed != null;
  }
}
