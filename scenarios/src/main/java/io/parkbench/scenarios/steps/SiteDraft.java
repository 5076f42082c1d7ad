package io.parkbench.scenarios.steps;

import io.parkbench.gateway.site.Problem;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.rigs.ReadySites;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The site of a scenario: a ready one, a file's text, or put together entry by entry, with the keys of a site file. What is put
 * together has, unless it says otherwise, licence EDL, stations of 32 A by model {@code generic-ac}, and takes any card.
 */
final class SiteDraft {
  private static final String FILE = "site.yaml";

  private final List<Map<String, String>> zones = new ArrayList<>();
  private final List<Map<String, String>> meters = new ArrayList<>();
  private final List<Map<String, String>> stations = new ArrayList<>();
  private final List<Map<String, String>> cards = new ArrayList<>();
  private final List<Map<String, String>> tariffs = new ArrayList<>();
  private final List<Map<String, String>> network = new ArrayList<>();
  private final List<Map<String, String>> loads = new ArrayList<>();
  private final List<Map<String, String>> inputs = new ArrayList<>();
  private final List<Map<String, String>> contacts = new ArrayList<>();
  private final Map<String, String> fitted = new LinkedHashMap<>();
  private final List<String> meterModels = new ArrayList<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> nested = new LinkedHashMap<>();
  private final Map<String, String> users = new LinkedHashMap<>();
  private final Map<String, String> building = new LinkedHashMap<>();
  private String timeZone = "UTC";
  private String licence = "EDL";
  private String auth = "all";
  private @Nullable String ready;
  private boolean built;

  /** The site is this text, or the ready one that has it. */
  void text(String yaml) {
    ready = yaml;
  }

  void named(String readySite) {
    ready = ReadySites.text(readySite);
  }

  void licence(String reference) {
    licence = reference;
  }

  /** Only known cards may charge. */
  void knownCardsOnly() {
    auth = "known";
  }

  void setting(String key, String value) {
    open();
    settings.put(key, value);
  }

  /** Settings below a key of settings, such as {@code security}. */
  void nested(String key, Map<String, String> entries) {
    open();
    nested.computeIfAbsent(key, under -> new LinkedHashMap<>()).putAll(entries);
  }

  /** Somebody who may log in. */
  void user(String name, String role) {
    open();
    users.put(name, role);
  }

  /** The building's client, with the keys of a site file's {@code plant.bems}. */
  void building(Map<String, String> entries) {
    open();
    building.putAll(entries);
  }

  /** There is a bench of it: what would be said now would come too late. */
  void built() {
    built = true;
  }

  private void open() {
    if (built) {
      throw new IllegalStateException(
          "the bench has been built from the site already; say what is of the site before anything happens");
    }
  }

  /** A zone that was said before gets another maximum: for a restart with other settings. */
  void maximum(String zone, String amps) {
    zones.replaceAll(entry -> {
      if (!zone.equals(entry.get("id"))) {
        return entry;
      }
      Map<String, String> changed = new LinkedHashMap<>(entry);
      changed.put("max_a", amps);
      return changed;
    });
  }

  void card(Map<String, String> entry) {
    cards.add(entry);
  }

  void timeZone(String id) {
    timeZone = id;
  }

  /** A tariff period, with the keys of a site file. */
  void tariff(Map<String, String> entry) {
    open();
    tariffs.add(entry);
  }

  /** A dynamic zone has a meter of its own unless it names one. */
  void zone(Map<String, String> entry) {
    open();
    Map<String, String> zone = new LinkedHashMap<>(entry);
    if ("dynamic".equals(zone.get("directive")) && zone.get("meter") == null) {
      String meter = "meter-" + zone.get("id");
      zone.put("meter", meter);
      meters.add(Map.of("id", meter, "model", "PM5320"));
    }
    zones.add(zone);
  }

  /** A meter, with the keys of a site file; {@code plant} says how it is made and fitted. */
  void meter(Map<String, String> entry) {
    open();
    Map<String, String> meter = new LinkedHashMap<>(entry);
    String plant = meter.remove("plant");
    if (plant != null) {
      fitted.put(String.valueOf(meter.get("id")), plant);
    }
    meter.putIfAbsent("model", "PM5320");
    meters.add(meter);
  }

  /** A digital input, with the keys of a site file; {@code plant} says how its contact is made and what closes it. */
  void input(Map<String, String> entry) {
    open();
    Map<String, String> input = new LinkedHashMap<>(entry);
    String plant = input.remove("plant");
    if (plant != null) {
      contact(String.valueOf(input.get("number")), plant);
    }
    inputs.add(input);
  }

  /** How the contact of an input is made: a mapping with the keys of a site file. */
  void contact(String input, String plant) {
    String inner = plant.strip().replaceAll("^\\{|}$", "");
    contacts.add(Map.of("input", inner.isBlank() ? input : input + ", " + inner));
  }

  /** A meter model of the site's own: JSON, which is YAML as well. */
  void meterModel(String json) {
    meterModels.add(json.replaceAll("\\s*\\R\\s*", " "));
  }

  /** One of the other loads, with the keys of a site file. */
  void load(Map<String, String> entry) {
    open();
    loads.add(entry);
  }

  /** A segment of the network, with the keys of a site file. */
  void segment(Map<String, String> entry) {
    network.add(entry);
  }

  /** A station hangs on the zone that was said last, unless it names one. */
  void station(Map<String, String> entry) {
    open();
    Map<String, String> station = new LinkedHashMap<>(entry);
    if (station.putIfAbsent("model", "generic-ac") == null) {
      station.putIfAbsent("max_a", "32");
    }
    if (station.get("zone") == null) {
      station.put("zone", String.valueOf(zones.getLast().get("id")));
    }
    stations.add(station);
  }

  /** A site of that size and shape: a chain of {@code levels} zones, further ones beside its lower end, all stations at its end. */
  void size(int stationCount, int zoneCount, int levels) {
    for (int n = 1; n <= zoneCount; n++) {
      Map<String, String> zone = new LinkedHashMap<>(Map.of("id", "z" + n, "max_a", "100"));
      if (levels > 1 && n > 1) {
        zone.put("parent", n <= levels ? "z" + (n - 1) : "z1");
      }
      zone(zone);
    }
    station(Map.of("id", "\"s-{n}\"", "count", Integer.toString(stationCount), "zone", "z" + levels));
  }

  /** What is wrong with it, warnings too. */
  List<Problem> problems() {
    return SiteFile.check(FILE, yaml());
  }

  /** A ready site with the time zone that was asked for. */
  private String inTimeZone(String yaml) {
    if (timeZone.equals("UTC")) {
      return yaml;
    }
    String said = "\ntime_zone: " + timeZone;
    return yaml.contains("\ntime_zone:") ? yaml.replaceFirst("\ntime_zone:.*", said) : yaml + said + "\n";
  }

  Site site() throws SiteException {
    return SiteFile.parse(FILE, yaml());
  }

  String yaml() {
    Map<String, String> all = new LinkedHashMap<>(settings);
    nested.forEach((key, entries) -> all.put(key, flow(entries)));
    if (ready != null) {
      // what steps add to a ready site
      return inTimeZone(ready) + (all.isEmpty() ? "" : "\nsettings: " + flow(all) + "\n")
          + (users.isEmpty() ? "" : "\n" + list("users", logins()));
    }
    String heading = "licence: " + licence + "\ntime_zone: " + timeZone + "\n"
        + (all.isEmpty() ? "" : "settings: " + flow(all) + "\n") + (users.isEmpty() ? "" : list("users", logins()));
    List<Map<String, String>> roots = zones.stream().map(this::authorising).toList();
    return heading + list("zones", roots)
        + (meterModels.isEmpty() ? "" : "meter_models:\n  - " + String.join("\n  - ", meterModels) + "\n")
        + (meters.isEmpty() ? "" : list("meters", meters)) + list("stations", stations)
        + (inputs.isEmpty() ? "" : list("inputs", inputs)) + (cards.isEmpty() ? "" : list("cards", cards))
        + (tariffs.isEmpty() ? "" : list("tariffs", tariffs)) + plant();
  }

  private List<Map<String, String>> logins() {
    return users.entrySet().stream().map(user -> Map.of("name", '"' + user.getKey() + '"', "role", user.getValue())).toList();
  }

  private String plant() {
    String parts = (network.isEmpty() ? "" : "  network:\n" + items("    ", network))
        + (loads.isEmpty() ? "" : "  loads:\n" + items("    ", loads))
        + (contacts.isEmpty() ? "" : "  contacts:\n" + items("    ", contacts))
        + (building.isEmpty() ? "" : "  bems: " + flow(building) + "\n")
        + (fitted.isEmpty() ? "" : "  meters: " + flow(fitted) + "\n");
    return parts.isEmpty() ? "" : "plant:\n" + parts;
  }

  /** A root says who may charge, for all below it. */
  private Map<String, String> authorising(Map<String, String> zone) {
    Map<String, String> entry = new LinkedHashMap<>(zone);
    if (entry.get("parent") == null) {
      entry.putIfAbsent("auth", auth);
    }
    return entry;
  }

  private static String list(String key, List<Map<String, String>> entries) {
    return entries.isEmpty() ? key + ": []\n"
        : key + ":\n" + items("  ", entries);
  }

  private static String items(String indent, List<Map<String, String>> entries) {
    return entries.stream().map(entry -> indent + "- " + flow(entry) + "\n").collect(Collectors.joining());
  }

  private static String flow(Map<String, String> entry) {
    return entry.entrySet().stream()
        .filter(pair -> pair.getValue() != null)
        .map(pair -> pair.getKey() + ": " + pair.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
