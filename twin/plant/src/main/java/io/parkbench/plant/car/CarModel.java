package io.parkbench.plant.car;

import io.parkbench.plant.quirk.Quirk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all cars of a kind have in common (R-EV-1).
 *
 * @param name how site files, CSV files and the command line call it
 * @param batteryWh usable battery, Wh, above 0
 * @param phases conductors its onboard charger uses of a three-phase connector: 1, 2 or 3
 * @param maxAmps most it draws per conductor, A
 * @param minAmps offered less, it draws nothing, A; IEC 61851 begins at 6
 * @param dcWatts most it takes at a DC connector, W, whatever its onboard charger takes; 0 for none
 * @param efficiency what share of the drawn energy reaches the battery, 0 (exclusive) to 1
 * @param reaction from a new current on the pilot to the new draw; a sound car takes 5 s at most (DG p. 37)
 * @param quirks what every car of the kind does (R-EV-1)
 */
public record CarModel(
    String name,
    double batteryWh,
    int phases,
    double maxAmps,
    double minAmps,
    double dcWatts,
    double efficiency,
    Taper taper,
    Duration reaction,
    Wake wake,
    List<Quirk> quirks) {

  private static final Map<String, CarModel> CATALOGUE = new LinkedHashMap<>();

  static {
    // acn-6.6kw: at 208 V, as ACN-Data and ACN-Sim have it; its battery is large enough never to be what ends a session
    for (String name : List.of("compact-11kw", "city-7kw", "sedan-22kw", "fourteen-amp", "hybrid-3.7kw", "two-phase-7.4kw",
        "acn-6.6kw")) {
      CATALOGUE.put(name, CarFile.shipped(name));
    }
  }

  /** A kind without quirks. */
  public CarModel(
      String name, double batteryWh, int phases, double maxAmps, double minAmps, double dcWatts, double efficiency, Taper taper,
      Duration reaction,
      Wake wake) {
    this(name, batteryWh, phases, maxAmps, minAmps, dcWatts, efficiency, taper, reaction, wake, List.of());
  }

  public CarModel {
    quirks = List.copyOf(quirks);
    for (Quirk quirk : quirks) {
      if (quirk.kind() != Quirk.Kind.CAR) {
        throw new IllegalArgumentException("car model " + name + ": '" + quirk + "' is no quirk of cars");
      }
    }
    if (!(batteryWh > 0 && efficiency > 0 && efficiency <= 1 && minAmps >= 0 && maxAmps >= minAmps && dcWatts >= 0)) {
      throw new IllegalArgumentException("car model " + name + " is out of range");
    }
    if (phases < 1 || phases > 3 || reaction.isNegative()) {
      throw new IllegalArgumentException("car model " + name + ": phases 1 to 3, reaction 0 or more");
    }
  }

  /**
   * The model of that name, which may have quirks behind it: {@code sedan-22kw+never-wakes}. An unknown one fails with
   * {@link IllegalArgumentException} naming those that exist.
   */
  public static CarModel named(String name) {
    String[] parts = name.split("\\+", -1);
    CarModel model = CATALOGUE.get(parts[0]);
    if (model == null) {
      throw new IllegalArgumentException("no car is called '" + parts[0] + "'; there are " + String.join(", ", names()));
    }
    for (int i = 1; i < parts.length; i++) {
      model = model.with(Quirk.named(parts[i]));
    }
    return model;
  }

  /** The names of the catalogue in alphabetical order. */
  public static Set<String> names() {
    return new TreeSet<>(CATALOGUE.keySet());
  }

  /** Watts it draws unhindered at a connector of {@code connectorPhases} phases and {@code connectorAmps} A. */
  public double fullWatts(int connectorPhases, double connectorAmps, double volts) {
    double amps = Math.min(maxAmps, connectorAmps);
    return amps < minAmps ? 0 : amps * Math.min(phases, connectorPhases) * volts;
  }

  /** State of charge with which it comes when it leaves with {@code leavesWith} after {@code wantedWh}; never below 0. */
  public double arrivesWith(double leavesWith, double wantedWh) {
    return Math.max(0, leavesWith - wantedWh * efficiency / batteryWh);
  }

  public CarModel withReaction(Duration other) {
    return new CarModel(name, batteryWh, phases, maxAmps, minAmps, dcWatts, efficiency, taper, other, wake, quirks);
  }

  public CarModel withMaxAmps(double other) {
    return new CarModel(name, batteryWh, phases, other, minAmps, dcWatts, efficiency, taper, reaction, wake, quirks);
  }

  public CarModel withWake(Wake other) {
    return new CarModel(name, batteryWh, phases, maxAmps, minAmps, dcWatts, efficiency, taper, reaction, other, quirks);
  }

  public CarModel withMinAmps(double other) {
    return new CarModel(name, batteryWh, phases, maxAmps, other, dcWatts, efficiency, taper, reaction, wake, quirks);
  }

  public CarModel withTaper(Taper other) {
    return new CarModel(name, batteryWh, phases, maxAmps, minAmps, dcWatts, efficiency, other, reaction, wake, quirks);
  }

  /** The same with one more quirk. */
  public CarModel with(Quirk quirk) {
    List<Quirk> more = new ArrayList<>(quirks);
    more.add(quirk);
    return new CarModel(name, batteryWh, phases, maxAmps, minAmps, dcWatts, efficiency, taper, reaction, wake, more);
  }
}
