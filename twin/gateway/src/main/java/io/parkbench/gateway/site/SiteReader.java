package io.parkbench.gateway.site;

import io.parkbench.gateway.site.Licence.Feature;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a whole site, telling all that is wrong with it. */
final class SiteReader {
  /** Fixed, to the second; 18 h is as far as Java knows. */
  private static final Pattern OFFSET = Pattern.compile("UTC[+-](0\\d|1[0-7]):[0-5]\\d(:[0-5]\\d)?");

  private static final double NOMINAL_V = 230;

  private final Problems problems;
  private final String name;
  private final String text;

  /**
   * @param name the site's name where the file gives none
   * @param text what is read
   */
  SiteReader(Problems problems, String name, String text) {
    this.problems = problems;
    this.name = name;
    this.text = text;
  }

  /** The site; null where there were errors. */
  @Nullable
  Site read(MappingNode root) {
    Block file = Block.open(new Value(problems, root, root.getStartMark(), ""), root, Keys.SITE);
    Licence licence = file.need("licence", "give the reference: ESS, ESM, EDB, EDS, EDM or EDL",
        v -> v.oneOf(Licence.values(), Licence::name));
    double volts = file.get("nominal_v", NOMINAL_V, SiteReader::volts);
    ZoneId timeZone = file.get("time_zone", ZoneId.of("UTC"), SiteReader::timeZone);
    Block settingsBlock = file.get("settings", v -> v.block(Keys.SETTINGS));
    Settings settings = SettingsReader.read(settingsBlock);

    MeterReader meters = new MeterReader(file.at("meters"), new MeterModelReader(file.at("meter_models")), settings.subnetPrefix());
    ZoneReader zones = new ZoneReader(some(file, "zones", "a site has at least one zone with a maximum"), meters.ids());
    meters.checkSteering(zones.steering());
    StationReader stations = new StationReader(zones, settings, volts, meters.addresses());
    stations.read(some(file, "stations", "list the stations, or write [] for a site whose stations are all to be discovered"));
    ExposureRules exposure = new ExposureRules(zones, stations.drafts(), volts);
    exposure.check();
    BreakerRules breakers = new BreakerRules(zones, settings, settingsBlock);
    breakers.checkBreakers();
    List<Input> inputs = InputReader.read(file.at("inputs"), meters.addresses(), exposure::underHardInput);
    List<Tariff> tariffs = TariffReader.read(file.at("tariffs"), zones.ids());
    AccessReader access = new AccessReader(file.at("cards"), file.at("users"), zones.ids());
    SecurityReader.checkWriter(settingsBlock, access.users());
    Cpo cpo = file.get("cpo", SiteReader::cpo);
    Arrivals arrivals = file.get("arrivals", SiteReader::arrivals);
    Map<String, Object> plant = file.get("plant", Map.of(), FreeMap::read);
    String title = file.get("name", name, v -> v.text(50));

    if (licence != null) {
      LicenceRules rules = new LicenceRules(licence, stations.count(), zones.count(), zones.levels());
      rules.uses(Feature.DYNAMIC, zones.firstDynamic());
      rules.uses(Feature.VIP, access.firstVip() != null ? access.firstVip() : stations.firstVip());
      rules.uses(Feature.TOU, tariffs.isEmpty() ? null : file.at("tariffs"));
      rules.uses(Feature.DIGITAL_INPUTS, inputs.isEmpty() ? null : file.at("inputs"));
      rules.uses(Feature.OTHER_FEEDERS, meters.firstOtherFeeder());
      rules.check(file);
    }
    UnknownStations unknown = settingsBlock == null ? settings.unknownStations()
        : settingsBlock.get("unknown_stations", settings.unknownStations(), v -> unknownStations(v, stations));
    if (!problems.anyErrors()) {
      zones.take(breakers.margins(exposure, meters.build(), unknown));
    }
    if (problems.anyErrors()) {
      return null;
    }
    List<Zone> builtZones = zones.build();
    return new Site(title, Objects.requireNonNull(licence), volts, timeZone, SettingsReader.with(settings, unknown), builtZones,
        meters.build(), stations.build(builtZones), inputs, tariffs, access.cards(), access.users(), cpo, arrivals, plant, text);
  }

  private static @Nullable Value some(Block file, String key, String remedy) {
    Value list = file.need(key, remedy, v -> v);
    if (list != null && list.isList() && list.items().isEmpty() && key.equals("zones")) {
      list.error("is empty; " + remedy);
    }
    return list;
  }

  private static @Nullable Double volts(Value value) {
    var volts = value.number(50, 1000, "V");
    if (volts == null) {
      return null;
    }
    if (volts.doubleValue() > 300) {
      value.error(volts + " V is a voltage between phases; give it from phase to neutral ("
          + Math.round(volts.doubleValue() / Math.sqrt(3)) + ")");
      return null;
    }
    return volts.doubleValue();
  }

  /** The name of a time zone, or one that is always so far from UTC. */
  private static @Nullable ZoneId timeZone(Value value) {
    String id = value.text(60);
    if (id == null) {
      return null;
    }
    Set<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
    if (!known.contains(id) && !OFFSET.matcher(id).matches()) {
      value.error("'" + id + "' is not a time zone; write one like Europe/Paris or UTC");
      return null;
    }
    return ZoneId.of(id);
  }

  private static @Nullable UnknownStations unknownStations(Value value, StationReader stations) {
    if (!value.isBlock()) {
      String word = value.oneOf(new String[] {"refuse", "discover", "accept"}, w -> w);
      if ("accept".equals(word)) {
        value.error("needs to know as what; write 'accept: {zone: …, model: …}'");
      }
      return word == null || word.equals("accept") ? null
          : word.equals("refuse") ? new UnknownStations.Refuse() : new UnknownStations.Discover();
    }
    Set<String> keys = new LinkedHashSet<>(Keys.STATION);
    keys.removeAll(List.of("id", "name", "serial", "ip", "count", "first"));
    Block block = value.block(Set.of("accept"));
    return block == null ? null : block.need("accept", "give zone and model", v -> stations.accept(v, keys));
  }

  private static @Nullable Cpo cpo(Value value) {
    Block block = value.block(Keys.CPO);
    return block == null ? null : block.need("url", "give the operator's ws:// or wss:// address", v -> {
      String text = v.text(500);
      if (text == null) {
        return null;
      }
      if (!text.matches("wss?://[^\\s/?#]+(/[^\\s?#]*)?")) {
        v.error("'" + text + "' is not an OCPP address; write ws://host:port/path or wss://…");
        return null;
      }
      try {
        return new Cpo(URI.create(text));
      } catch (IllegalArgumentException e) {
        v.error("'" + text + "' is not an OCPP address: " + e.getMessage());
        return null;
      }
    });
  }

  private static @Nullable Arrivals arrivals(Value value) {
    Block block = value.block(Keys.ARRIVALS);
    if (block == null) {
      return null;
    }
    Arrivals.Profile profile = block.need("profile", "say who comes: residential, workplace, mall, store or depot",
        v -> v.oneOf(Arrivals.Profile.values(), Arrivals.Profile::text));
    Double perDay = block.get("cars_per_day", SiteReader::cars);
    Double perBay = block.get("cars_per_bay", SiteReader::cars);
    if (block.at("cars_per_day") != null && block.at("cars_per_bay") != null) {
      block.place("cars_per_bay").error("cars_per_day says how many already; keep one of the two");
    }
    return profile == null ? null : new Arrivals(profile, perDay, perBay);
  }

  private static @Nullable Double cars(Value value) {
    var cars = value.number(0, 10_000, "");
    return cars == null ? null : Double.valueOf(cars.doubleValue());
  }
}
