package io.parkbench.gateway.allocation.cases;

import io.parkbench.gateway.allocation.Allocator;
import io.parkbench.gateway.allocation.Demand;
import io.parkbench.gateway.allocation.Limits;
import io.parkbench.gateway.allocation.Phases;
import io.parkbench.gateway.allocation.ShedBy;
import io.parkbench.gateway.allocation.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case of a file of allocation cases: zones with limits, sessions, and who is to get what. Licence bounds do not apply.
 *
 * @param voltageV phase to neutral
 * @param expectedDa expected setpoints by session, empty where the file gives none
 */
public record AllocationCase(
    String id, ShedBy priority, int voltageV, List<Zone> zones, List<Session> sessions, Map<String, Integer> expectedDa) {

  /**
   * @param parent an index into the zones, or {@link Topology#ROOT}
   * @param maxDa the limit on every phase, {@code null} for none
   * @param maxW the power limit, {@code null} for none
   */
  public record Zone(String id, int parent, @Nullable Integer maxDa, @Nullable Integer maxW) {}

  /**
   * @param zone an index into the zones
   * @param phases the supply phases, see {@link Phases}
   */
  public record Session(
      String id, int zone, int phases, int maxDa, int floorDa, boolean vip, int priorityClass, long energyWh, long ageS) {}

  /** The setpoints in 0.1 A by session, in the order of the file. */
  public Map<String, Integer> setpointsDa() {
    var topology = new Topology(zones.stream().mapToInt(Zone::parent).toArray());
    var limits = new Limits(topology);
    for (int z = 0; z < zones.size(); z++) {
      Zone zone = zones.get(z);
      if (zone.maxDa() != null) {
        limits.current(z, zone.maxDa());
      }
      if (zone.maxW() != null) {
        limits.power(z, zone.maxW());
      }
    }
    List<Session> byId = new ArrayList<>(sessions);
    byId.sort(Comparator.comparing(Session::id));
    var demand = new Demand(byId.size());
    Map<String, Integer> slots = new LinkedHashMap<>();
    for (int slot = 0; slot < byId.size(); slot++) {
      Session s = byId.get(slot);
      slots.put(s.id(), slot);
      demand.put(slot, s.zone(), s.phases(), voltageV, s.floorDa(), s.maxDa());
      demand.rank(slot, s.vip(), s.priorityClass());
      demand.history(slot, s.energyWh(), s.ageS(), -s.ageS());
    }
    var allocator = new Allocator(topology, byId.size());
    allocator.allocate(limits, demand, priority);
    Map<String, Integer> result = new LinkedHashMap<>();
    for (Session s : sessions) {
      Integer slot = slots.get(s.id());
      result.put(s.id(), slot == null ? 0 : allocator.setpointDa(slot));
    }
    return result;
  }
}
