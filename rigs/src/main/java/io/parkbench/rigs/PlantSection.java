package io.parkbench.rigs;

import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import io.parkbench.plant.bems.BemsPlan;
import io.parkbench.plant.breaker.Device;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.plant.fault.Topology;
import io.parkbench.plant.fault.Trouble;
import io.parkbench.plant.fault.TroubleReader;
import io.parkbench.plant.input.Contacts;
import io.parkbench.plant.load.Daily;
import io.parkbench.plant.load.Load;
import io.parkbench.plant.load.Loads;
import io.parkbench.plant.meter.Meters;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.world.Conditions;
import io.parkbench.plant.world.Installation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a site file says to the simulated site alone, its {@code plant} parts: quirks of stations and cars, the network, the
 * faults planned, other loads ({@link LoadSection}), the voltage, contacts ({@link ContactSection}), breakers
 * ({@link BreakerSection}) and the building's client of the gateway ({@link BemsSection}; R-CHG-2, R-PLANT-1, 2, 3, 5, 6).
 *
 * <pre>
 * stations:
 *   - {id: CP-1, plant: {quirks: [stack-zero-only, late-reply]}}
 * plant:
 *   cars: {sedan-22kw: [never-wakes], "*": [slow-follower-30s]}
 *   network:
 *     - {name: hall, shape: star, stations: [CP-1]}
 *     - {name: row, shape: ring, behind: hall, stations: [CP-2, CP-3]}
 *   faults:
 *     - {fault: broken, on: row/1, at: 2h, for: 10 min}
 *     - {fault: drop, on: CP-1, probability: 0.2, direction: up}
 *   loads:
 *     - {zone: main, name: lift, type: motor, a: 15, runs: 25s, every: 3 min}
 *   voltage: {"00:00": 236, "18:00": 224}
 *   meters:
 *     meter-main: {class: 0.5, refresh: 10s, traps: [word-swap]}
 *     meter-roof: {measures: main/solar}
 *   contacts:
 *     - {input: 1, closes: [{at: "08:00", for: 2h}]}
 *   bems: {persona: ebo, user: building, password: Building-7}
 * </pre>
 */
final class PlantSection {
  private static final double MOST_VOLTS = 1_000;

  private final Site site;
  private final List<Mistake> mistakes = new ArrayList<>();

  /**
   * Something that cannot be used.
   *
   * @param path of the value, like {@code stations[0].plant.quirks[1]}
   * @param value what was written there
   */
  record Mistake(String path, String value, String message) {
    @Override
    public String toString() {
      return path + ": " + message;
    }
  }

  private PlantSection(Site site) {
    this.site = site;
  }

  /** Everything that is wrong with the plant's parts of a site; empty where all is well. */
  static List<Mistake> check(Site site) {
    PlantSection section = new PlantSection(site);
    section.read();
    return List.copyOf(section.mistakes);
  }

  /** The conditions under which the plant of a site runs; a mistake fails with {@link IllegalArgumentException} that names them all. */
  static Conditions of(Site site) {
    PlantSection section = new PlantSection(site);
    Conditions conditions = section.read();
    if (!section.mistakes.isEmpty()) {
      throw new IllegalArgumentException("site " + site.name() + ": "
          + String.join("; ", section.mistakes.stream().map(Mistake::toString).toList()));
    }
    return conditions;
  }

  private Conditions read() {
    Map<String, List<Quirk>> stations = new LinkedHashMap<>();
    for (int i = 0; i < site.stations().size(); i++) {
      Station station = site.stations().get(i);
      String path = "stations[" + i + "].plant";
      known(path, station.plant(), "quirks");
      List<Quirk> quirks = quirks(path + ".quirks", station.plant().get("quirks"), Quirk.Kind.CHARGER);
      Set<Quirk> all = new LinkedHashSet<>();
      List<Quirk> ofModel = tried("stations[" + i + "].model", station.model().key(),
          () -> ChargerModels.quirks(station.model().make()));
      all.addAll(ofModel == null ? List.of() : ofModel);
      all.addAll(quirks);
      if (!all.isEmpty()) {
        stations.put(station.id(), List.copyOf(all));
      }
    }
    known("plant", site.plant(), "cars", "network", "faults", "loads", "voltage", "meters", "contacts", "bems");
    Topology network = network();
    return new Conditions(stations, cars(), network, faults(network),
        new Installation(loads(), voltage(), meters(), contacts(), breakers(), bems()));
  }

  private @Nullable BemsPlan bems() {
    return site.plant().containsKey("bems")
        ? tried("plant.bems", "bems", () -> BemsSection.read(site, map("plant.bems", site.plant().get("bems"))))
        : null;
  }

  private List<Loads.Plan> loads() {
    Map<String, Loads.Plan> plans = new LinkedHashMap<>();
    List<?> entries = list("plant.loads", site.plant().get("loads"));
    for (int i = 0; i < entries.size(); i++) {
      String path = "plant.loads[" + i + "]";
      Map<String, Object> entry = map(path, entries.get(i));
      String zone = String.valueOf(entry.get("zone"));
      String name = String.valueOf(entry.getOrDefault("name", entry.get("type")));
      Load load = tried(path, name, () -> LoadSection.read(site, entry));
      if (site.zone(zone) == null) {
        mistakes
            .add(new Mistake(path + ".zone", zone, entry.containsKey("zone") ? "no zone is called '" + zone + "'" : "is missing"));
      } else if (load != null && plans.putIfAbsent(zone + "\n" + name, new Loads.Plan(zone, name, load)) != null) {
        mistakes.add(new Mistake(path, name, "zone '" + zone + "' has a load '" + name + "' already; give each its own name"));
      }
    }
    return List.copyOf(plans.values());
  }

  private Map<String, Device> breakers() {
    Map<String, Device> devices = new LinkedHashMap<>();
    for (Zone zone : site.zones()) {
      String path = "zones." + zone.id() + ".plant";
      known(path, zone.plant(), "breaker");
      if (zone.plant().containsKey("breaker")) {
        Map<String, Object> entry = map(path + ".breaker", zone.plant().get("breaker"));
        Device device = tried(path + ".breaker", "breaker", () -> BreakerSection.read(entry));
        if (device != null) {
          devices.put(zone.id(), device);
        }
      } else if (zone.breaker() != null) {
        devices.put(zone.id(), BreakerSection.declared(zone.breaker()));
      }
    }
    return devices;
  }

  /** Every meter of the site, made as is said of it; those of which nothing is said are as meters usually are. */
  private List<Meters.Fitted> meters() {
    Map<String, Object> said = map("plant.meters", site.plant().get("meters"));
    for (String id : said.keySet()) {
      if (site.meters().stream().noneMatch(meter -> meter.id().equals(id))) {
        mistakes.add(new Mistake("plant.meters." + id, id, "no meter is called '" + id + "'; there are "
            + String.join(", ", site.meters().stream().map(Meter::id).toList())));
      }
    }
    List<Meters.Fitted> fitted = new ArrayList<>();
    for (Meter meter : site.meters()) {
      String path = "plant.meters." + meter.id();
      Map<String, Object> entry = map(path, said.get(meter.id()));
      known(path, entry, MeterSection.keys());
      Meters.Fitted one = tried(path, meter.id(), () -> MeterSection.read(site, meter, entry));
      if (one != null) {
        fitted.add(one);
      }
    }
    return fitted;
  }

  /** A contact for every input of the site; those of which nothing is said are as contacts usually are. */
  private List<Contacts.Fitted> contacts() {
    Map<Integer, Integer> said = new LinkedHashMap<>();
    List<?> entries = list("plant.contacts", site.plant().get("contacts"));
    for (int i = 0; i < entries.size(); i++) {
      String path = "plant.contacts[" + i + "]";
      Map<String, Object> entry = map(path, entries.get(i));
      known(path, entry, ContactSection.keys());
      String number = String.valueOf(entry.get("input"));
      List<Integer> inputs = site.inputs().stream().map(Input::number).toList();
      if (inputs.stream().noneMatch(input -> input.toString().equals(number))) {
        mistakes.add(new Mistake(path + ".input", number, "the site has no such input; there are " + inputs));
      } else if (said.putIfAbsent(Integer.valueOf(number), i) != null) {
        mistakes.add(new Mistake(path + ".input", number, "input " + number + " has a contact already; say it once"));
      }
    }
    List<Contacts.Fitted> fitted = new ArrayList<>();
    for (Input input : site.inputs()) {
      Integer at = said.get(input.number());
      String path = "plant.contacts[" + at + "]";
      Map<String, Object> entry = at == null ? Map.of() : map(path, entries.get(at));
      List<Contacts.Fitted> read = tried(path, input.pin(), () -> ContactSection.read(site, input, entry));
      if (read != null) {
        fitted.addAll(read);
      }
    }
    return fitted;
  }

  /** One voltage for good, or by the time of day. */
  private @Nullable Daily<Double> voltage() {
    Object value = site.plant().get("voltage");
    if (value == null) {
      return null;
    }
    Map<String, Object> day = value instanceof Map<?, ?> ? map("plant.voltage", value) : Map.of("00:00", value);
    return tried("plant.voltage", value.toString(), () -> LoadSection.day(day, site, volts -> {
      double v = LoadSection.number("voltage", volts);
      if (!(v > 0 && v <= MOST_VOLTS)) {
        throw new IllegalArgumentException("a voltage is above 0 and at most " + MOST_VOLTS + " V, not " + v);
      }
      return v;
    }));
  }

  private Map<String, List<Quirk>> cars() {
    Map<String, List<Quirk>> cars = new LinkedHashMap<>();
    map("plant.cars", site.plant().get("cars")).forEach((model, quirks) -> {
      String path = "plant.cars." + model;
      if (!model.equals("*")) {
        tried(path, model, () -> CarModel.named(model));
      }
      cars.put(model, quirks(path, quirks, Quirk.Kind.CAR));
    });
    return cars;
  }

  private List<Quirk> quirks(String path, @Nullable Object value, Quirk.Kind kind) {
    List<Quirk> quirks = new ArrayList<>();
    List<?> words = list(path, value);
    for (int i = 0; i < words.size(); i++) {
      String at = path + "[" + i + "]";
      String word = words.get(i).toString();
      Quirk quirk = tried(at, word, () -> Quirk.named(word));
      if (quirk != null && quirk.kind() != kind) {
        mistakes.add(new Mistake(at, word, "'" + word + "' is no quirk of " + (kind == Quirk.Kind.CAR ? "cars" : "chargers")));
      } else if (quirk != null) {
        quirks.add(quirk);
      }
    }
    return quirks;
  }

  private Topology network() {
    List<Topology.Segment> segments = new ArrayList<>();
    List<?> parts = list("plant.network", site.plant().get("network"));
    for (int i = 0; i < parts.size(); i++) {
      String path = "plant.network[" + i + "]";
      Map<String, Object> part = map(path, parts.get(i));
      known(path, part, "name", "shape", "behind", "stations");
      String name = String.valueOf(part.getOrDefault("name", ""));
      List<String> stations = list(path + ".stations", part.get("stations")).stream().map(Object::toString).toList();
      for (String station : stations) {
        if (site.station(station) == null) {
          mistakes.add(new Mistake(path + ".stations", station, "no station is called '" + station + "'"));
        }
      }
      Topology.Segment segment = tried(path, name, () -> new Topology.Segment(
          name, shape(part.getOrDefault("shape", "star").toString()), text(part.get("behind")), stations));
      if (segment != null) {
        segments.add(segment);
      }
    }
    Topology network = tried("plant.network", "network", () -> new Topology(segments));
    return network == null ? Topology.none() : network;
  }

  private static Topology.Shape shape(String word) {
    for (Topology.Shape shape : Topology.Shape.values()) {
      if (shape.name().toLowerCase(Locale.ROOT).equals(word)) {
        return shape;
      }
    }
    throw new IllegalArgumentException("shape is star, chain or ring, not '" + word + "'");
  }

  private List<Conditions.Planned> faults(Topology network) {
    List<Conditions.Planned> planned = new ArrayList<>();
    List<?> entries = list("plant.faults", site.plant().get("faults"));
    for (int i = 0; i < entries.size(); i++) {
      String path = "plant.faults[" + i + "]";
      Map<String, Object> entry = map(path, entries.get(i));
      known(path, entry, "fault", "on", "at", "for", "direction", "probability", "min", "max", "by", "wiring");
      String word = String.valueOf(entry.get("fault"));
      Conditions.Planned fault = tried(path, word, () -> planned(word, entry, network));
      if (fault != null) {
        planned.add(fault);
      }
    }
    return planned;
  }

  private Conditions.Planned planned(String word, Map<String, Object> entry, Topology network) {
    Trouble trouble = TroubleReader.read(word, String.valueOf(entry.getOrDefault("on", "*")), entry);
    trouble.check(PlantModels.of(site), network);
    Duration lasting = entry.containsKey("for") ? TroubleReader.span(entry, "for", null) : null;
    return new Conditions.Planned(TroubleReader.span(entry, "at", "0s"), lasting, trouble);
  }

  private void known(String path, Map<String, Object> map, String... keys) {
    Set<String> all = new LinkedHashSet<>(List.of(keys));
    for (String key : map.keySet()) {
      if (!all.contains(key)) {
        mistakes.add(new Mistake(path + "." + key, key, "no such key; there are " + String.join(", ", all)));
      }
    }
  }

  private List<?> list(String path, @Nullable Object value) {
    if (value == null || value instanceof List<?>) {
      return value instanceof List<?> list ? list : List.of();
    }
    mistakes.add(new Mistake(path, value.toString(), "must be a list; write [a, b]"));
    return List.of();
  }

  private Map<String, Object> map(String path, @Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, entry) -> map.put(key.toString(), entry));
    } else if (value != null) {
      mistakes.add(new Mistake(path, value.toString(), "must be a mapping; write key: value"));
    }
    return map;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private <T> @Nullable T tried(String path, String value, Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (IllegalArgumentException e) {
      mistakes.add(new Mistake(path, value, String.valueOf(e.getMessage())));
      return null;
    }
  }
}
