package io.parkbench.scenarios.campaign.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.parkbench.kernel.Micros;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells from the recording's lines which rare states a run reached; it sees what any reader of the recording would see. */
final class Probes implements LineTap.Listener {
  private static final long HELD_BACK = Micros.SECOND;

  private final Zones zones;
  private final long lease;
  private final long dynamicLease;
  private final @Nullable BuildingPlan building;
  private final @Nullable MeterProbes meters;
  private final Map<Probe, Integer> reached = new EnumMap<>(Probe.class);
  private final Map<String, Long> offlineSince = new TreeMap<>();
  private final Map<String, Integer> links = new TreeMap<>();
  private final Map<String, Open> open = new LinkedHashMap<>();
  private final Map<String, double[]> limits = new TreeMap<>();
  private final Map<String, Double> reserved = new TreeMap<>();
  private long heardAt = -1;

  /** A session as it was last told of. */
  private static final class Open {
    double amps = -1;
    boolean shed;
    boolean charges;
    boolean outlived;
    boolean dynamicOutlived;
    boolean knownBefore;
    long raisedAt = -1;
  }

  Probes(Bench bench, Zones zones, @Nullable BuildingPlan building) {
    this.zones = zones;
    this.lease = Micros.of(bench.plan().site().settings().leaseStatic());
    this.dynamicLease = Micros.of(bench.plan().site().leaseDynamic());
    this.building = building;
    this.meters = building == null ? null : new MeterProbes(bench, building, zones, offlineSince.keySet(), this::reach);
  }

  Map<Probe, Integer> reached() {
    return reached;
  }

  void reach(Probe probe) {
    reached.merge(probe, 1, Integer::sum);
  }

  @Override
  public void line(long now, String kind, JsonNode line) {
    switch (kind) {
      case "link" -> link(now, line.path("l").asText(), line.path("e").asText());
      case "lost" -> lost(now, line);
      case "frame" -> frame(now, line);
      case "zone" -> zone(line);
      case "leased" -> leased(now, line);
      case "setpoint" -> setpoint(now, line);
      case "session" -> session(now, line);
      default -> {}
    }
    if (meters != null) {
      meters.line(now, kind, line);
    }
  }

  /** A fault begins. */
  void begins(long now, FaultPlan fault) {
    if (meters != null) {
      meters.begins(now, fault);
    }
  }

  private void link(long now, String station, String event) {
    heardAt = now;
    switch (event) {
      case "open" -> {
        links.merge(station, 1, Integer::sum);
        Long since = offlineSince.remove(station);
        open.forEach((bay, session) -> {
          if (since != null && isAt(bay, station) && session.knownBefore) {
            reach(Probe.RECONNECT_TAKES_UP_SESSION);
          }
        });
      }
      case "close", "cut", "end" -> {
        down(now, station);
      }
      case "abandon" -> {
        reach(Probe.HALF_OPEN_FOUND);
        down(now, station);
      }
      default -> {}
    }
  }

  private void down(long now, String station) {
    if (links.merge(station, -1, Integer::sum) <= 0) {
      links.put(station, 0);
      offlineSince.putIfAbsent(station, now);
      open.forEach((bay, session) -> session.knownBefore |= isAt(bay, station) && session.amps >= 0);
    }
  }

  private void lost(long now, JsonNode line) {
    String why = line.path("why").asText();
    String text = raw(line.path("f"));
    boolean down = line.path("d").asText().equals("down");
    // the frames that a cut takes with it are told of right before the cut itself
    if (why.equals("closed") && text != null) {
      reach(Probe.FRAME_LOST_AT_CUT);
    }
    if (text != null && down && text.contains("\"SetChargingProfile\"")) {
      reach(Probe.SETPOINT_LOST);
    } else if (text != null && !down && text.startsWith("[3,") && text.contains("\"Accepted\"")) {
      reach(Probe.ANSWER_LOST);
    }
    if (why.equals("silence")) {
      offlineSince.putIfAbsent(line.path("l").asText(), now);
    }
  }

  private void frame(long now, JsonNode line) {
    String text = raw(line.path("f"));
    String station = line.path("l").asText();
    if (text == null) {
      return;
    }
    offlineSince.remove(station);
    heardAt = now;
    if (line.path("d").asText().equals("down") && text.contains("\"SetChargingProfile\"")) {
      open.forEach((bay, session) -> {
        if (isAt(bay, station) && session.raisedAt >= 0) {
          if (line.path("s").asLong() - session.raisedAt > HELD_BACK) {
            reach(Probe.RAISE_HELD_BACK);
          }
          session.raisedAt = -1;
        }
      });
    }
  }

  private static @Nullable String raw(JsonNode node) {
    return node instanceof POJONode pojo && pojo.getPojo() != null ? text(pojo.getPojo()) : node.isTextual() ? node.asText() : null;
  }

  private static String text(Object raw) {
    return raw instanceof RawValue value ? String.valueOf(value.rawValue()) : raw.toString();
  }

  private void zone(JsonNode line) {
    String zone = line.path("z").asText();
    double[] limit = new double[3];
    for (int phase = 0; phase < 3; phase++) {
      limit[phase] = line.path("limit").path(phase).asDouble();
    }
    double[] before = limits.put(zone, limit);
    if (before != null && (limit[0] < before[0] || limit[1] < before[1] || limit[2] < before[2])) {
      for (String station : zones.stations(zone)) {
        if (offlineSince.containsKey(station)) {
          reach(Probe.LIMIT_CUT_WHILE_OFFLINE);
        }
      }
    }
  }

  /** Room that comes free while nobody has said anything, under a zone with a station that is away: its lease has run out. */
  private void leased(long now, JsonNode line) {
    String zone = line.path("z").asText();
    double sum = line.path("a").path(0).asDouble() + line.path("a").path(1).asDouble() + line.path("a").path(2).asDouble();
    Double before = reserved.put(zone, sum);
    if (before != null && sum < before && now != heardAt) {
      boolean away = offlineSince.entrySet().stream()
          .anyMatch(entry -> now - entry.getValue() > HELD_BACK && zones.isUnder(entry.getKey(), zone));
      if (away) {
        reach(Probe.CONFIRMED_BY_EXPIRY);
      }
    }
  }

  private void setpoint(long now, JsonNode line) {
    String station = line.path("station").asText();
    Open session = open.computeIfAbsent(bay(station, line), key -> new Open());
    double amps = line.path("a").asDouble();
    String rule = line.path("why").path("rule").asText();
    String zone = line.path("why").path("zone").asText("");
    if (rule.equals("shed")) {
      reach(Probe.SHED);
      session.shed = true;
    } else if (session.shed && amps > 0) {
      session.shed = false;
      reach(Probe.SHED_RESUMED);
    }
    if (rule.equals("vip") && !zone.isEmpty()) {
      reach(Probe.VIP_IN_FULL_ZONE);
    }
    if (!zone.isEmpty()) {
      if (line.path("why").path("phase").asInt() == 0) {
        reach(Probe.POWER_LIMIT_BINDS);
      }
      if (!zones.above(station).isEmpty() && !zones.above(station).getFirst().equals(zone)) {
        reach(Probe.PARENT_BINDS);
      }
    }
    session.raisedAt = amps > session.amps && session.amps >= 0 && !offlineSince.containsKey(station) ? now : -1;
    session.amps = amps;
    session.charges = amps > 0;
    expiries(now);
  }

  /** Sessions of stations that have been away for longer than their leases. */
  private void expiries(long now) {
    open.forEach((bay, session) -> {
      Long since = offlineSince.get(bay.substring(0, bay.indexOf('/')));
      if (since == null || !session.charges) {
        return;
      }
      if (!session.outlived && now - since > lease) {
        session.outlived = true;
        reach(Probe.LEASE_RUN_OUT_IN_PARTITION);
      }
      if (!session.dynamicOutlived && now - since > dynamicLease && isSteered(bay.substring(0, bay.indexOf('/')))) {
        session.dynamicOutlived = true;
        reach(Probe.DYNAMIC_LEASE_RUN_OUT);
      }
    });
  }

  private boolean isSteered(String station) {
    return building != null && building.metered().stream().anyMatch(metered -> zones.isUnder(station, metered.zone()));
  }

  private void session(long now, JsonNode line) {
    String station = line.path("station").asText();
    String bay = bay(station, line);
    boolean offline = offlineSince.containsKey(station);
    switch (line.path("e").asText()) {
      case "start" -> {
        open.put(bay, new Open());
        if (offline) {
          reach(Probe.BEGUN_OFFLINE);
        }
        if (open.keySet().stream().filter(other -> isAt(other, station)).count() > 1) {
          reach(Probe.SECOND_SOCKET);
        }
      }
      case "stop" -> {
        if (offline && open.containsKey(bay)) {
          reach(Probe.ENDED_OFFLINE);
        }
        expiries(now);
        open.remove(bay);
      }
      default -> {}
    }
  }

  /** A station restarted while cars were charging at it. */
  void rebooted(String station) {
    if (open.keySet().stream().anyMatch(bay -> isAt(bay, station))) {
      reach(Probe.REBOOT_IN_SESSION);
    }
  }

  private static String bay(String station, JsonNode line) {
    return station + "/" + line.path("connector").asInt();
  }

  private static boolean isAt(String bay, String station) {
    return bay.startsWith(station + "/");
  }
}
