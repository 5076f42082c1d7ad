package io.parkbench.gateway.allocation.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.allocation.Phases;
import io.parkbench.gateway.allocation.ShedBy;
import io.parkbench.gateway.allocation.Topology;
import io.parkbench.gateway.site.DcSupply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the JSON of a file of allocation cases into checked cases, or into the list of everything that is wrong. */
final class CaseReader {
  private static final List<String> WIRINGS = List.of("TRI123", "TRI231", "TRI312", "MONO1", "MONO2", "MONO3");
  private static final Set<String> FILE_FIELDS = fields("format cases");
  private static final Set<
      String> CASE_FIELDS = fields("id note voltage_v measured_v priority zones sessions expected_a expected_w");
  private static final Set<String> ZONE_FIELDS = fields("id parent max_a max_kw");
  private static final Set<String> SESSION_FIELDS = fields(
      "id zone dc wiring conductors max_a min_a vip class energy_wh age_s lost held_a");
  private static final Set<String> DC_SESSION_FIELDS = fields(
      "id zone dc max_w min_w efficiency power_factor standby_w vip class energy_wh age_s lost held_w");

  private final List<String> problems = new ArrayList<>();

  private CaseReader() {}

  private static Set<String> fields(String names) {
    return Set.of(names.split(" "));
  }

  static AllocationCases read(JsonNode json) throws CaseException {
    var reader = new CaseReader();
    List<AllocationCase> cases = reader.file(new Node(json, "", reader.problems));
    if (!reader.problems.isEmpty()) {
      throw new CaseException(reader.problems);
    }
    return new AllocationCases(List.copyOf(cases));
  }

  private List<AllocationCase> file(Node file) {
    List<AllocationCase> cases = new ArrayList<>();
    if (!file.isObject(FILE_FIELDS)) {
      return cases;
    }
    file.oneOf("format", List.of(AllocationCases.FORMAT), AllocationCases.FORMAT);
    Set<String> ids = new HashSet<>();
    for (Node one : file.items("cases")) {
      if (one.isObject(CASE_FIELDS)) {
        cases.add(oneCase(one.called(one.id(ids))));
      }
    }
    return cases;
  }

  private AllocationCase oneCase(Node node) {
    var priority = node.oneOf("priority", List.of("energy", "duration"), "energy");
    var zoneNodes = node.items("zones").stream().filter(z -> z.isObject(ZONE_FIELDS)).toList();
    Map<String, Integer> zoneIndex = index(zoneNodes);
    List<AllocationCase.Zone> zones = new ArrayList<>();
    for (Node z : zoneNodes) {
      zones.add(
          new AllocationCase.Zone(
              z.text("id"),
              z.isNull("parent") ? Topology.ROOT : z.reference("parent", zoneIndex, "zone"),
              z.isNull("max_a") ? null : (Integer) (int) z.scaled("max_a", 10, -1e6, 1e6),
              z.isNull("max_kw") ? null : (Integer) (int) z.scaled("max_kw", 1000, -1e5, 1e5)));
    }
    checkForest(node, zones);
    int volts = (int) node.scaled("voltage_v", 1, 1, 1000);
    double dcVolts = node.isNull("measured_v") ? DcSupply.counted(volts) : node.number("measured_v", 1, 1000);
    List<AllocationCase.Session> sessions = new ArrayList<>();
    Map<String, Integer> sessionIndex = new LinkedHashMap<>();
    for (Node s : node.items("sessions")) {
      if (s.isObject(s.flag("dc") ? DC_SESSION_FIELDS : SESSION_FIELDS)) {
        sessions.add(session(s.called(s.id(sessionIndex.keySet())), zoneIndex, dcVolts));
        sessionIndex.putIfAbsent(s.text("id"), sessions.size() - 1);
      }
    }
    if (sessions.size() > 4096) {
      node.problem("sessions", "at most 4096 sessions, not " + sessions.size());
    }
    return new AllocationCase(
        node.text("id"),
        ShedBy.valueOf(priority.toUpperCase(Locale.ROOT)),
        volts,
        dcVolts,
        List.copyOf(zones),
        List.copyOf(sessions),
        node.expected("expected_a", 10, sessionIndex),
        node.expected("expected_w", 1, sessionIndex));
  }

  private static Map<String, Integer> index(List<Node> nodes) {
    Map<String, Integer> index = new LinkedHashMap<>();
    for (Node node : nodes) {
      String id = node.id(index.keySet());
      index.putIfAbsent(id, index.size());
    }
    return index;
  }

  private static void checkForest(Node node, List<AllocationCase.Zone> zones) {
    for (AllocationCase.Zone zone : zones) {
      int at = zone.parent();
      for (int steps = 0; at != Topology.ROOT && at < zones.size(); steps++, at = zones.get(at).parent()) {
        if (steps > zones.size()) {
          node.problem("zones", "zone " + zone.id() + " is its own ancestor");
          return;
        }
      }
    }
  }

  private static AllocationCase.Session session(Node s, Map<String, Integer> zones, double dcVolts) {
    return s.flag("dc") ? dc(s, zones, dcVolts) : ac(s, zones);
  }

  private static AllocationCase.Session ac(Node s, Map<String, Integer> zones) {
    String wiring = s.oneOf("wiring", WIRINGS, "TRI123");
    int maxDa = (int) s.scaled("max_a", 10, 0.1, 10_000);
    int floorDa = (int) s.scaled("min_a", 10, 0, 10_000);
    if (floorDa > maxDa) {
      s.problem("min_a", "above max_a");
    }
    int phases = Phases.mask(Integer.parseInt(wiring.replaceAll("\\D", "")), (int) s.whole("conductors", 1, 3));
    return session(s, zones, phases, maxDa, floorDa, s.flag("lost") ? (Integer) (int) s.scaled("held_a", 10, 0, 10_000) : null,
        null);
  }

  private static AllocationCase.Session dc(Node s, Map<String, Integer> zones, double volts) {
    var supply = new DcSupply(s.number("efficiency", 0.01, 1), s.number("power_factor", 0.01, 1),
        (int) s.whole("standby_w", 0, 100_000));
    int maxW = (int) s.whole("max_w", 1, 10_000_000);
    int minW = (int) s.whole("min_w", 0, 10_000_000);
    if (minW > maxW) {
      s.problem("min_w", "above max_w");
    }
    Integer heldDa = s.flag("lost") ? (Integer) supply.chargingDa((int) s.whole("held_w", 0, 10_000_000), volts) : null;
    return session(
        s, zones, Phases.ALL, supply.chargingDa(maxW, volts), supply.chargingDa(minW, volts), heldDa,
        new AllocationCase.Dc(supply, maxW));
  }

  private static AllocationCase.Session session(
      Node s,
      Map<String, Integer> zones,
      int phases,
      int maxDa,
      int floorDa,
      @Nullable Integer heldDa,
      AllocationCase.@Nullable Dc dc) {
    return new AllocationCase.Session(
        s.text("id"),
        s.reference("zone", zones, "zone"),
        phases,
        maxDa,
        floorDa,
        s.flag("vip"),
        (int) s.whole("class", Integer.MIN_VALUE, Integer.MAX_VALUE),
        s.whole("energy_wh", 0, Long.MAX_VALUE),
        s.whole("age_s", 0, Long.MAX_VALUE),
        heldDa,
        dc);
  }
}
