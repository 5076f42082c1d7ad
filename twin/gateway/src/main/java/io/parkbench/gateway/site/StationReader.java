package io.parkbench.gateway.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the stations, an entry with a count standing for as many alike (R-SITE-4). */
final class StationReader {
  private static final int MOST_PER_ENTRY = 1_000;

  /** An identity is the last part of a URL: no spaces, no separators. */
  private static final Pattern IDENTITY = Pattern.compile("[^\\s/?#%]+");

  private final StationModelFinder models;
  private final ZoneReader zones;
  private final Settings settings;
  private final double nominalVoltage;
  private final WiringReader wirings = new WiringReader();
  private final Names ids = new Names("station identity");
  private final Names names = new Names("station name");
  private final Names addresses;
  private final List<Draft> drafts = new ArrayList<>();
  private @Nullable Value firstVip;
  private int count;

  /** A station but for what its zone says. */
  private record Draft(Block entry, Station station) {}

  StationReader(StationModelFinder models, ZoneReader zones, Settings settings, double nominalVoltage, Names addresses) {
    this.models = models;
    this.zones = zones;
    this.settings = settings;
    this.nominalVoltage = nominalVoltage;
    this.addresses = addresses;
  }

  void read(@Nullable Value stations) {
    for (Value item : stations == null ? List.<Value>of() : stations.items()) {
      Block entry = item.block(Keys.STATION);
      if (entry == null) {
        count++;
      } else {
        readEntry(entry);
      }
    }
  }

  private void readEntry(Block entry) {
    Integer many = entry.get("count", 1, v -> v.integer(1, MOST_PER_ENTRY));
    Integer first = entry.get("first", 1, v -> v.integer(0, 1_000_000));
    count += many;
    String id = entry.need("id", "give the station its OCPP box identity", StationReader::identity);
    boolean series = entry.at("count") != null;
    if (id != null && series && many > 1 && !Series.counts(id)) {
      entry.place("id").error("all " + many + " stations would be '" + id + "'; put {n} or {n:02} where their number goes");
      return;
    }
    if (id != null && !series && Series.counts(id)) {
      entry.place("id").error("{n} stands for a number of a series; add 'count: …', or write the number");
      return;
    }
    for (int n = first; n < first + many; n++) {
      readOne(entry, id == null ? null : series ? Series.fill(id, n) : id, series ? n : -1, n - first);
    }
  }

  private void readOne(Block entry, @Nullable String id, int number, int step) {
    ids.take(id, entry.place("id"));
    String pattern = entry.get("name", v -> v.text(60));
    String name = pattern == null ? id : number < 0 ? pattern : Series.fill(pattern, number);
    Value namePlace = entry.at("name") != null ? entry.place("name") : entry.place("id");
    if (name != null && name.length() > 50) {
      namePlace
          .error("the friendly name '" + name + "' has " + name.length() + " characters; 50 at most: shorten it, or give a name");
    }
    names.take(name, namePlace);
    String ip = entry.get("ip", v -> Addresses.read(v, settings.subnetPrefix(), step));
    addresses.take(ip, entry.place("ip"));
    Station station = body(entry, id, name, ip, number);
    if (station != null) {
      drafts.add(new Draft(entry, station));
    }
  }

  /** All of a station that is not in its place in a series; null where something was wrong. */
  private @Nullable Station body(Block entry, @Nullable String id, @Nullable String name, @Nullable String ip, int number) {
    StationModel model = entry.need("model", "say which model it is: " + String.join(", ", models.names()), models::find);
    String zone = entry.need("zone", "say on which zone it hangs", zones::terminal);
    boolean vip = entry.get("vip", false, Value::flag);
    if (vip && firstVip == null) {
      firstVip = entry.place("vip");
    }
    String serial = entry.get("serial", v -> v.text(50));
    String firmware = entry.get("firmware", v -> v.text(50));
    AuthMode auth = entry.get("auth", AuthMode.KNOWN, v -> v.oneOf(AuthMode.values(), AuthMode::text));
    OfflineAuthMode offline = entry.get("offline_auth", OfflineAuthMode.CACHE,
        v -> v.oneOf(OfflineAuthMode.values(), OfflineAuthMode::text));
    Map<String, Object> plant = entry.get("plant", Map.of(), FreeMap::read);
    if (model == null) {
      return null;
    }
    Integer feederDa = feederDa(entry, model);
    Integer feederW = feederW(entry, model);
    boolean oneAtATime = entry.get("one_at_a_time", model.oneAtATime(), Value::flag);
    List<Connector> connectors = new ConnectorReader(entry, model, settings.floors(), nominalVoltage).read(wirings);
    if (id == null || name == null || zone == null || connectors == null) {
      return null;
    }
    if (feederDa != null && feederDa < connectors.stream().mapToInt(Connector::floorDa).max().orElse(0)) {
      entry.place("feeder_a").error(Show.amps(feederDa) + " charges no car: a connector needs "
          + Show.amps(connectors.stream().mapToInt(Connector::floorDa).max().orElse(0)) + "; raise it");
      return null;
    }
    return new Station(id, name, model, number < 0 || serial == null ? serial : Series.fill(serial, number), ip, firmware, zone,
        vip,
        auth, offline, feederDa, feederW, oneAtATime, connectors, plant);
  }

  /** The stations as far as they could be read, but for what their zones say. */
  List<Station> drafts() {
    return drafts.stream().map(Draft::station).toList();
  }

  private @Nullable Integer feederDa(Block entry, StationModel model) {
    if (model.dc()) {
      if (entry.at("feeder_a") != null) {
        entry.place("feeder_a").error("a DC station is limited in power; write feeder_kw");
      }
      Integer watts = entry.at("feeder_kw") == null ? model.feederW() : entry.get("feeder_kw", v -> v.kilowatts(5, 1000));
      return watts == null ? null : Integer.valueOf(model.supply().chargingDa(watts, model.countedVoltage(nominalVoltage)));
    }
    return entry.at("feeder_a") == null ? model.feederDa() : entry.get("feeder_a", v -> v.amps(6, 1000));
  }

  private static @Nullable Integer feederW(Block entry, StationModel model) {
    if (!model.dc()) {
      if (entry.at("feeder_kw") != null) {
        entry.place("feeder_kw").error("an AC station is limited in current; write feeder_a");
      }
      return null;
    }
    return entry.at("feeder_kw") == null ? model.feederW() : entry.get("feeder_kw", v -> v.kilowatts(5, 1000));
  }

  private static @Nullable String identity(Value value) {
    String id = value.text(60);
    if (id != null && !IDENTITY.matcher(id).matches()) {
      value.error("'" + id + "' has a space or one of / ? # %, which an OCPP identity cannot have; use - or _ instead");
      return null;
    }
    return id;
  }

  /** What an unknown station becomes by the setting {@code accept}; null, with the problem told (R-SITE-8). */
  UnknownStations.@Nullable Accept accept(Value value, Set<String> keys) {
    Block entry = value.block(keys);
    Station pattern = entry == null ? null : body(entry, "", "", null, -1);
    if (entry == null || pattern == null) {
      return null;
    }
    boolean whole = !value.problems().anyErrors();
    return new UnknownStations.Accept(whole ? withZone(entry, pattern, zones.build()) : pattern);
  }

  /** How many stations the file has, bad ones counted. */
  int count() {
    return count;
  }

  /** Where the first VIP station says so; null if there is none. */
  @Nullable
  Value firstVip() {
    return firstVip;
  }

  /** The stations, taking over from their zones what they do not say themselves (R-AUTH-1); only when there are no errors. */
  List<Station> build(List<Zone> built) {
    return drafts.stream().map(d -> withZone(d.entry, d.station, built)).toList();
  }

  private static Station withZone(Block entry, Station s, List<Zone> built) {
    Zone zone = built.stream().filter(z -> z.id().equals(s.zone())).findFirst().orElseThrow();
    return new Station(s.id(), s.name(), s.model(), s.serialNumber(), s.ipAddress(), s.firmware(), s.zone(), s.vip(),
        entry.at("auth") == null ? zone.auth() : s.auth(),
        entry.at("offline_auth") == null ? zone.offlineAuth() : s.offlineAuth(),
        s.feederDa(), s.feederW(), s.oneAtATime(), s.connectors(), s.plant());
  }
}
