package io.parkbench.rigs.hardware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Time;
import io.parkbench.rigs.file.RigFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the gateway and real stations: what would let one draw more than the rig file allows, alone or with others of its zone, never
 * reaches it; all real stations are told 0 A and stopped, the same where more is measured, and the run fails (R-RIG-4).
 */
final class SafetyGuard {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "safety-";
  private static final double ROUNDING_A = 0.05;
  private static final double MEASURED_SHARE = 1.05;
  private static final double MEASURED_A = 0.5;
  /** A car may take so long to follow a cut (IEC 61851-1). */
  private static final long REACTION = 5 * Micros.SECOND;
  /** For the stop to get out. */
  private static final long GOODBYE = 2 * Micros.SECOND;

  private final Time time;
  private final RigFile rig;
  private final Site site;
  private final Recording recording;
  private final Consumer<String> told;
  private final Map<String, Double> toldAmps = new TreeMap<>();
  private final Map<String, Double> measuredAmps = new TreeMap<>();
  private final Map<String, Long> above = new TreeMap<>();
  private final Map<String, Link> links = new TreeMap<>();
  private final Map<String, Map<Integer, Integer>> transactions = new TreeMap<>();
  private final Map<String, String> starting = new LinkedHashMap<>();
  private final Map<String, ArrayDeque<String>> stops = new TreeMap<>();
  private int last;
  private @Nullable String stopped;

  SafetyGuard(Time time, RigFile rig, Site site, Recording recording, Consumer<String> told) {
    this.time = time;
    this.rig = rig;
    this.site = site;
    this.recording = recording;
    this.told = told;
  }

  /** Why all was stopped; null while nothing was. */
  @Nullable
  String stopped() {
    return stopped;
  }

  boolean guards(String station) {
    return rig.station(site, station) != null;
  }

  void opened(String station, Link link) {
    links.put(station, link);
    if (stopped != null) {
      stop(station);
    }
  }

  void closed(String station, Link link) {
    links.remove(station, link);
    stops.remove(station);
  }

  /** Whether the station may hear what the gateway says. */
  boolean lets(String station, String text) {
    JsonNode frame = read(text);
    if (frame == null) {
      return true;
    }
    if (frame.path(0).asInt() == 3) {
      String place = starting.remove(station + "\n" + frame.path(1).asText());
      if (place != null) {
        transactions.computeIfAbsent(station, id -> new TreeMap<>())
            .put(Integer.valueOf(place), frame.path(2).path("transactionId").asInt());
      }
      return true;
    }
    String action = frame.path(2).asText();
    JsonNode payload = frame.path(3);
    JsonNode profile = action.equals("SetChargingProfile") ? payload.path("csChargingProfiles") : payload.path("chargingProfile");
    boolean sets = action.equals("SetChargingProfile") || action.equals("RemoteStartTransaction");
    if (!sets || frame.path(0).asInt() != 2) {
      return true;
    }
    double amps = profile.isObject() ? most(station, profile.path("chargingSchedule")) : 0;
    if (stopped != null && (amps > 0 || action.equals("RemoteStartTransaction"))) {
      return false;
    }
    String broken = broken(station, amps);
    if (broken != null) {
      trip(station + " was to be told " + amps(amps) + ": " + broken);
      return false;
    }
    toldAmps.put(station, amps);
    return true;
  }

  private @Nullable String broken(String station, double amps) {
    RigFile.StationBinding binding = rig.station(site, station);
    double most = binding == null ? Double.POSITIVE_INFINITY : binding.maxDa() / 10.0;
    if (amps > most + ROUNDING_A) {
      return "the rig allows it " + amps(most);
    }
    return zone(station, amps, toldAmps, 1, 0);
  }

  /** A zone above a station in which the real stations together would have more than the rig allows; null for none. */
  private @Nullable String zone(String station, double amps, Map<String, Double> of, double share, double more) {
    for (Zone zone = zoneOf(station); zone != null; zone = zone.parent() == null ? null : site.zone(zone.parent())) {
      Integer da = rig.zonesDa().get(zone.id());
      double sum = amps;
      for (Map.Entry<String, Double> other : of.entrySet()) {
        sum += !other.getKey().equals(station) && isUnder(other.getKey(), zone) ? other.getValue() : 0;
      }
      if (da != null && sum > da / 10.0 * share + more + ROUNDING_A) {
        return "the real stations of " + zone.id() + " would have " + amps(sum) + " together, and the rig allows "
            + amps(da / 10.0);
      }
    }
    return null;
  }

  private @Nullable Zone zoneOf(String station) {
    Station known = site.station(station);
    return known == null ? null : site.zone(known.zone());
  }

  private boolean isUnder(String station, Zone above) {
    for (Zone zone = zoneOf(station); zone != null; zone = zone.parent() == null ? null : site.zone(zone.parent())) {
      if (zone.id().equals(above.id())) {
        return true;
      }
    }
    return false;
  }

  /** The highest current of all periods, whenever they are. */
  private double most(String station, JsonNode schedule) {
    double most = 0;
    Station known = site.station(station);
    int phases = known == null ? 1 : known.connectors().stream().mapToInt(one -> one.wiring().phases()).min().orElse(1);
    boolean watts = schedule.path("chargingRateUnit").asText().equals("W");
    for (JsonNode period : schedule.path("chargingSchedulePeriod")) {
      double limit = period.path("limit").asDouble();
      most = Math.max(most, watts ? limit / (site.nominalVoltage() * period.path("numberPhases").asInt(phases)) : limit);
    }
    return most;
  }

  /** Whether the gateway may hear what the station says. */
  boolean heard(String station, String text) {
    JsonNode frame = read(text);
    if (frame == null) {
      return true;
    }
    String id = frame.path(1).asText();
    if (frame.path(0).asInt() != 2) {
      if (id.startsWith(OURS)) {
        next(station);
        return false;
      }
      return true;
    }
    String action = frame.path(2).asText();
    JsonNode payload = frame.path(3);
    if (action.equals("StartTransaction")) {
      starting.put(station + "\n" + id, Integer.toString(payload.path("connectorId").asInt()));
    } else if (action.equals("StopTransaction")) {
      toldAmps.remove(station);
      transactions.getOrDefault(station, new TreeMap<>()).values().removeIf(tx -> tx == payload.path("transactionId").asInt());
    }
    return true;
  }

  /** What truly flows to a real station, the most of its phases. */
  void measured(String station, double amps) {
    measuredAmps.put(station, amps);
    RigFile.StationBinding binding = rig.station(site, station);
    double most = binding == null ? Double.POSITIVE_INFINITY : binding.maxDa() / 10.0;
    String broken = amps > most * MEASURED_SHARE + MEASURED_A ? "the rig allows it " + amps(most)
        : zone(station, amps, measuredAmps, MEASURED_SHARE, MEASURED_A);
    if (broken == null) {
      above.remove(station);
    } else if (time.now() - above.computeIfAbsent(station, id -> time.now()) > REACTION) {
      trip(station + " draws " + amps(amps) + ": " + broken);
    }
  }

  private void trip(String what) {
    if (stopped != null) {
      return;
    }
    stopped = what;
    recording.line(time.now(), "rig", json -> {
      json.writeStringField("e", "safety stop");
      json.writeStringField("why", what);
    });
    told.accept("SAFETY STOP: " + what + "; all real stations are told 0 A and stopped");
    List.copyOf(links.keySet()).forEach(this::stop);
    time.after(GOODBYE, () -> time.fail(new SafetyStop(what)));
  }

  private void stop(String station) {
    ArrayDeque<String> queue = new ArrayDeque<>();
    List<String> payloads = new ArrayList<>();
    transactions.getOrDefault(station, new TreeMap<>()).forEach((connector, tx) -> {
      payloads
          .add("\"SetChargingProfile\",{\"connectorId\":" + connector + ",\"csChargingProfiles\":" + zero("TxProfile", tx) + "}");
      payloads.add("\"RemoteStopTransaction\",{\"transactionId\":" + tx + "}");
    });
    payloads.add("\"SetChargingProfile\",{\"connectorId\":0,\"csChargingProfiles\":" + zero("TxDefaultProfile", null) + "}");
    for (String payload : payloads) {
      queue.add("[2,\"" + OURS + ++last + "\"," + payload + "]");
    }
    stops.put(station, queue);
    next(station);
  }

  private void next(String station) {
    ArrayDeque<String> queue = stops.get(station);
    Link link = links.get(station);
    String call = queue == null || link == null ? null : queue.poll();
    if (call != null && link != null) {
      link.send(call);
    }
  }

  private static String zero(String purpose, @Nullable Integer tx) {
    return "{\"chargingProfileId\":1," + (tx == null ? "" : "\"transactionId\":" + tx + ",")
        + "\"stackLevel\":0,\"chargingProfilePurpose\":\"" + purpose + "\",\"chargingProfileKind\":\"Relative\","
        + "\"chargingSchedule\":{\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":0}]}}";
  }

  private static @Nullable JsonNode read(String text) {
    try {
      JsonNode frame = JSON.readTree(text);
      return frame == null || !frame.isArray() ? null : frame;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static String amps(double amps) {
    return String.format(Locale.ROOT, "%.1f A", amps);
  }
}
