package io.parkbench.plant.world;

import io.parkbench.plant.fault.Topology;
import io.parkbench.plant.fault.Trouble;
import io.parkbench.plant.quirk.Quirk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a site lives with from the beginning: the quirks of its devices, the network that can break, the faults planned, and what
 * there is besides stations.
 *
 * @param stations quirks by station identity
 * @param cars quirks by the name of the car model, {@code *} for every car
 * @param real the stations that are not simulated, by identity (R-RIG-1)
 */
public record Conditions(
    Map<String, List<Quirk>> stations, Map<String, List<Quirk>> cars, Topology network, List<Planned> faults,
    Installation installation, Set<String> real) {
  /** All is well. */
  public static final Conditions FAIR = new Conditions(Map.of(), Map.of(), Topology.none(), List.of());

  /** A site of stations alone. */
  public Conditions(Map<String, List<Quirk>> stations, Map<String, List<Quirk>> cars, Topology network, List<Planned> faults) {
    this(stations, cars, network, faults, Installation.BARE);
  }

  /** A site that is simulated as a whole. */
  public Conditions(
      Map<String, List<Quirk>> stations, Map<String, List<Quirk>> cars, Topology network, List<Planned> faults,
      Installation installation) {
    this(stations, cars, network, faults, installation, Set.of());
  }

  public Conditions {
    stations = new LinkedHashMap<>(stations);
    cars = new LinkedHashMap<>(cars);
    faults = List.copyOf(faults);
    real = new TreeSet<>(real);
  }

  /**
   * A fault to come.
   *
   * @param after from the plant's start
   * @param lasting null: for good
   */
  public record Planned(Duration after, @Nullable Duration lasting, Trouble trouble) {}

  List<Quirk> ofStation(String identity) {
    return stations.getOrDefault(identity, List.of());
  }

  /**
   * The same but for what is real: nothing simulated takes its place (R-RIG-1).
   *
   * @param others stations by identity; what they are is no longer said
   * @param meters by id
   * @param inputs by number
   */
  public Conditions without(Set<String> others, Set<String> meters, Set<Integer> inputs) {
    Map<String, List<Quirk>> left = new LinkedHashMap<>(stations);
    left.keySet().removeAll(others);
    Installation was = installation;
    Installation rest = new Installation(
        was.loads(), was.volts(), was.meters().stream().filter(meter -> !meters.contains(meter.at().name())).toList(),
        was.contacts().stream().filter(contact -> !inputs.contains(contact.input())).toList(), was.breakers(), was.bems());
    return new Conditions(left, cars, network, faults, rest, others);
  }

  /** The quirks of a car of that model. */
  public List<Quirk> ofCar(String model) {
    List<Quirk> named = cars.getOrDefault(model, List.of());
    return cars.containsKey("*") ? Stream.concat(cars.getOrDefault("*", List.of()).stream(), named.stream()).toList() : named;
  }
}
