package io.parkbench.plant.world;

import io.parkbench.plant.fault.Topology;
import io.parkbench.plant.fault.Trouble;
import io.parkbench.plant.quirk.Quirk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a site lives with from the beginning: the quirks of its devices, the network that can break, the faults planned, and what
 * there is besides stations.
 *
 * @param stations quirks by station identity
 * @param cars quirks by the name of the car model, {@code *} for every car
 */
public record Conditions(
    Map<String, List<Quirk>> stations, Map<String, List<Quirk>> cars, Topology network, List<Planned> faults,
    Installation installation) {
  /** All is well. */
  public static final Conditions FAIR = new Conditions(Map.of(), Map.of(), Topology.none(), List.of());

  /** A site of stations alone. */
  public Conditions(Map<String, List<Quirk>> stations, Map<String, List<Quirk>> cars, Topology network, List<Planned> faults) {
    this(stations, cars, network, faults, Installation.BARE);
  }

  public Conditions {
    stations = new LinkedHashMap<>(stations);
    cars = new LinkedHashMap<>(cars);
    faults = List.copyOf(faults);
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

  /** The quirks of a car of that model. */
  public List<Quirk> ofCar(String model) {
    List<Quirk> named = cars.getOrDefault(model, List.of());
    return cars.containsKey("*") ? Stream.concat(cars.getOrDefault("*", List.of()).stream(), named.stream()).toList() : named;
  }
}
