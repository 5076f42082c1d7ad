package io.parkbench.plant.fault;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Faults.Guard;
import io.parkbench.kernel.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The site's network with what is broken in it: silences every station that has lost its last way to the gateway, all of them at
 * once, and lets them talk again when they have one. Nobody is told of a break: that is what a broken switch is like from afar.
 */
public final class Network {
  private final Topology topology;
  private final Faults faults;
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Guard> silenced = new LinkedHashMap<>();

  public Network(Topology topology, Faults faults) {
    this.topology = topology;
    this.faults = faults;
  }

  public Topology topology() {
    return topology;
  }

  /** Breaks a part until the guard is closed; an unknown part fails as {@link Topology#check} says. */
  public Guard breaks(String part) {
    topology.check(part);
    broken.add(part);
    reroute();
    boolean[] healed = {false};
    return () -> {
      if (!healed[0]) {
        healed[0] = true;
        broken.remove(part);
        reroute();
      }
    };
  }

  /** The stations that cannot be reached now. */
  public Set<String> cutOff() {
    return topology.cutOff(new LinkedHashSet<>(broken));
  }

  private void reroute() {
    Set<String> lost = cutOff();
    List<String> back = silenced.keySet().stream().filter(station -> !lost.contains(station)).toList();
    back.forEach(station -> {
      Guard guard = silenced.remove(station);
      if (guard != null) {
        guard.close();
      }
    });
    for (String station : lost) {
      silenced.computeIfAbsent(station, down -> faults.add(Links.of(down), new Fault.Silence()));
    }
  }
}
