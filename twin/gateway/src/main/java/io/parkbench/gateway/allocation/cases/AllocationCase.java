package io.parkbench.gateway.allocation.cases;

import io.parkbench.gateway.allocation.Allocator;
import io.parkbench.gateway.allocation.Demand;
import io.parkbench.gateway.allocation.Limits;
import io.parkbench.gateway.allocation.Phases;
import io.parkbench.gateway.allocation.ShedBy;
import io.parkbench.gateway.allocation.Topology;
import io.parkbench.gateway.site.DcSupply;
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
 * @param dcVoltageV what DC counts at: as measured, or 0.9 of nominal (R-ALLOC-14)
 * @param expectedDa expected setpoints by session, empty where the file gives none
 * @param expectedW expected limits of DC sessions on the wire, empty where the file gives none
 */
public record AllocationCase(
    String id,
    ShedBy priority,
    int voltageV,
    double dcVoltageV,
    List<Zone> zones,
    List<Session> sessions,
    Map<String, Integer> expectedDa,
    Map<String, Integer> expectedW) {

  /**
   * @param parent an index into the zones, or {@link Topology#ROOT}
   * @param maxDa the limit on every phase, {@code null} for none
   * @param maxW the power limit, {@code null} for none
   */
  public record Zone(String id, int parent, @Nullable Integer maxDa, @Nullable Integer maxW) {}

  /**
   * @param zone an index into the zones
   * @param phases the supply phases, see {@link Phases}
   * @param heldDa what it keeps because its station is lost, {@code null} if it is not
   * @param dc what it hangs on, {@code null} for AC
   */
  public record Session(
      String id,
      int zone,
      int phases,
      int maxDa,
      int floorDa,
      boolean vip,
      int priorityClass,
      long energyWh,
      long ageS,
      @Nullable Integer heldDa,
      @Nullable Dc dc) {}

  /** A DC station: what it takes for what it gives, and the most it gives. */
  public record Dc(DcSupply supply, int maxW) {}

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
    for (Session s : sessions) {
      Dc dc = s.dc();
      if (dc != null) {
        take(limits, s.zone(), Phases.ALL, dc.supply().standbyDa(dcVoltageV), dc.supply().standbyVa());
      }
      if (s.heldDa() != null) {
        double va = s.heldDa() / 10.0 * volts(s) * Integer.bitCount(s.phases());
        take(limits, s.zone(), s.phases(), s.heldDa(), (int) Math.ceil(va));
      }
    }
    List<Session> byId = new ArrayList<>(sessions.stream().filter(s -> s.heldDa() == null).toList());
    byId.sort(Comparator.comparing(Session::id));
    var demand = new Demand(byId.size());
    Map<String, Integer> slots = new LinkedHashMap<>();
    for (int slot = 0; slot < byId.size(); slot++) {
      Session s = byId.get(slot);
      slots.put(s.id(), slot);
      demand.put(slot, s.zone(), s.phases(), volts(s), s.floorDa(), s.maxDa());
      demand.rank(slot, s.vip(), s.priorityClass());
      demand.history(slot, s.energyWh(), s.ageS(), -s.ageS());
    }
    var allocator = new Allocator(topology, byId.size());
    allocator.allocate(limits, demand, priority);
    Map<String, Integer> result = new LinkedHashMap<>();
    for (Session s : sessions) {
      Integer slot = slots.get(s.id());
      result.put(s.id(), slot != null ? allocator.setpointDa(slot) : s.heldDa() == null ? 0 : s.heldDa());
    }
    return result;
  }

  /** What the setpoints of DC sessions are on the wire, W, in the order of the file; lost ones are told nothing. */
  public Map<String, Integer> limitsW(Map<String, Integer> setpointsDa) {
    Map<String, Integer> result = new LinkedHashMap<>();
    for (Session s : sessions) {
      Dc dc = s.dc();
      if (dc != null && s.heldDa() == null) {
        result.put(s.id(), Math.min(dc.maxW(), dc.supply().watts(setpointsDa.getOrDefault(s.id(), 0), dcVoltageV)));
      }
    }
    return result;
  }

  private int volts(Session s) {
    return s.dc() == null ? voltageV : (int) Math.ceil(dcVoltageV);
  }

  /** Takes what nobody can share off the limits of a zone and of those above it. */
  private void take(Limits limits, int from, int phases, int da, int watts) {
    for (int zone = from; zone != Topology.ROOT; zone = zones.get(zone).parent()) {
      for (int phase = 1; phase <= 3; phase++) {
        if ((phases >> (phase - 1) & 1) != 0 && limits.currentDa(zone, phase) != Limits.UNLIMITED) {
          limits.current(zone, phase, limits.currentDa(zone, phase) - da);
        }
      }
      if (limits.powerW(zone) != Limits.UNLIMITED) {
        limits.power(zone, limits.powerW(zone) - watts);
      }
    }
  }
}
