package io.parkbench.scenarios.campaign.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.limits.Source;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells which rare states of meters and dynamic zones a run reached. */
final class MeterProbes implements LineTap.Listener {
  private static final Set<MeterTrap> TOWARDS_ZERO = EnumSet.of(
      MeterTrap.OFF_BY_ONE, MeterTrap.WORD_SWAP, MeterTrap.ZERO_BLOCK);
  /** A limit that rose so lately is rising. */
  private static final long RISING = 6 * Micros.SECOND;
  private static final double JUMP_A = 3;

  private final Bench bench;
  private final BuildingPlan building;
  private final Zones zones;
  private final Set<String> offline;
  private final Consumer<Probe> reached;
  private final Map<String, double[]> limits = new TreeMap<>();
  private final Map<String, Long> rose = new TreeMap<>();
  private final Map<String, Boolean> trusted = new TreeMap<>();
  private final Map<String, double[]> others = new TreeMap<>();
  private final Map<String, Double> setpoints = new LinkedHashMap<>();

  /**
   * @param offline the stations that are away now
   * @param reached hears of each, again and again
   */
  MeterProbes(Bench bench, BuildingPlan building, Zones zones, Set<String> offline, Consumer<Probe> reached) {
    this.bench = bench;
    this.building = building;
    this.zones = zones;
    this.offline = offline;
    this.reached = reached;
  }

  /** A fault of a meter begins. */
  void begins(long now, FaultPlan fault) {
    String trap = fault.trap();
    String zone = building.zoneOf(fault.on().getFirst());
    if (trap != null && zone != null && TOWARDS_ZERO.contains(MeterTrap.named(trap)) && isRising(now, zone)) {
      reached.accept(Probe.TOWARDS_ZERO_WHILE_RISING);
    }
  }

  private boolean isRising(long now, String zone) {
    return rose.containsKey(zone) && now - rose.get(zone) <= RISING;
  }

  @Override
  public void line(long now, String kind, JsonNode line) {
    switch (kind) {
      case "zone" -> zone(now, line);
      case "reading" -> reading(line);
      case "load" -> load(now, line);
      case "setpoint" -> setpoint(line);
      default -> {}
    }
  }

  private void zone(long now, JsonNode line) {
    String zone = line.path("z").asText();
    if (building.metered().stream().noneMatch(metered -> metered.zone().equals(zone))) {
      return;
    }
    double[] limit = {line.path("limit").path(0).asDouble(), line.path("limit").path(1).asDouble(),
        line.path("limit").path(2).asDouble()};
    double[] before = limits.put(zone, limit);
    if (line.path("by").asText().equals(Source.METER.word())) {
      if (before != null && limit[0] + limit[1] + limit[2] > before[0] + before[1] + before[2]) {
        rose.put(zone, now);
      }
      boolean fell = before != null && (limit[0] < before[0] || limit[1] < before[1] || limit[2] < before[2]);
      if (fell && offline.stream().anyMatch(station -> zones.isUnder(station, zone) && charges(station))) {
        reached.accept(Probe.ROOM_FELL_WHILE_LOST);
      }
    } else if (limit[0] > 0 && before != null && zones.stations(zone).stream().anyMatch(this::charges)) {
      reached.accept(Probe.DEGRADED_IN_FORCE);
    }
  }

  private void reading(JsonNode line) {
    String meter = line.path("meter").asText();
    String zone = building.zoneOf(meter);
    if (zone == null) {
      return;
    }
    boolean now = line.path("trusted").asBoolean();
    boolean before = trusted.getOrDefault(meter, false);
    trusted.put(meter, now);
    String why = line.path("why").asText();
    if (before && !now) {
      List<String> below = zones.stations(zone);
      if (below.stream().anyMatch(this::charges)) {
        reached.accept(Probe.METER_LOST_WHILE_CHARGING);
      }
      if (below.stream().anyMatch(offline::contains)) {
        reached.accept(Probe.METER_AND_STATION_LOST);
      }
    }
    if (why.equals("all-zero") || why.equals("below-cars") || why.equals("frozen")) {
      reached.accept(Probe.DISBELIEVED);
    }
    if (!now && !line.path("missing").asBoolean() && limits.containsKey(zone)) {
      reached.accept(Probe.LATCHED);
    }
    for (int phase = 0; phase < 3; phase++) {
      if (line.path("a").path(phase).asDouble() < 0) {
        reached.accept(Probe.EXPORTS);
        return;
      }
    }
  }

  private void load(long now, JsonNode line) {
    String id = line.path("z").asText();
    Site site = bench.plan().site();
    Zone zone = site.zone(id);
    if (zone == null || !zone.dynamic()) {
      return;
    }
    Grid grid = bench.plant().grid();
    int index = bench.plant().model().zoneIndex(id);
    double[] amps = {grid.otherAmps(index, 1), grid.otherAmps(index, 2), grid.otherAmps(index, 3)};
    double[] before = others.put(id, amps);
    for (int phase = 0; phase < 3; phase++) {
      if (amps[phase] > zone.maxDa().da(phase + 1) / 10.0) {
        reached.accept(Probe.BUILDING_ALONE_ABOVE);
      }
      if (before != null && amps[phase] > before[phase] + JUMP_A && isRising(now, id)) {
        reached.accept(Probe.JUMP_WHILE_RISING);
      }
    }
  }

  private void setpoint(JsonNode line) {
    String station = line.path("station").asText();
    String holds = line.path("why").path("zone").asText("");
    setpoints.put(station + "/" + line.path("connector").asInt(), line.path("a").asDouble());
    Zone zone = holds.isEmpty() ? null : bench.plan().site().zone(holds);
    if (zone == null || !zone.dynamic()) {
      return;
    }
    String own = zones.above(station).getFirst();
    Zone at = bench.plan().site().zone(own);
    if (at != null && !at.dynamic()) {
      reached.accept(Probe.STATIC_HELD_FROM_ABOVE);
    }
    for (String above = zone.parent(); above != null; above = parent(above)) {
      Zone over = bench.plan().site().zone(above);
      if (over != null && over.dynamic()) {
        reached.accept(Probe.CHILD_BINDS);
        return;
      }
    }
  }

  private @Nullable String parent(String id) {
    Zone zone = bench.plan().site().zone(id);
    return zone == null ? null : zone.parent();
  }

  private boolean charges(String station) {
    return setpoints.entrySet().stream().anyMatch(entry -> entry.getKey().startsWith(station + "/") && entry.getValue() > 0);
  }
}
