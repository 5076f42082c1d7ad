package io.parkbench.plant.bems;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The series that the log processor keeps of every zone and station, by the names of SmartConnector's history items. */
public final class History {
  /** Of each place the last of them are kept: 35 days of quarter hours. */
  private static final int MOST = 35 * 96;
  private static final Map<String, ToDoubleFunction<Totals>> QUANTITIES = new LinkedHashMap<>();

  static {
    QUANTITIES.put("OverallRmsCurrentPhase1", totals -> totals.rmsA().one());
    QUANTITIES.put("OverallRmsCurrentPhase2", totals -> totals.rmsA().two());
    QUANTITIES.put("OverallRmsCurrentPhase3", totals -> totals.rmsA().three());
    QUANTITIES.put("OverallRmsCurrentAverage", Totals::averageA);
    QUANTITIES.put("OverallActivePowerPhase1", totals -> totals.activeKw().one());
    QUANTITIES.put("OverallActivePowerPhase2", totals -> totals.activeKw().two());
    QUANTITIES.put("OverallActivePowerPhase3", totals -> totals.activeKw().three());
    QUANTITIES.put("OverallActivePowerTotal", Totals::totalKw);
  }

  private final Map<String, Deque<Sample>> samples = new LinkedHashMap<>();

  void add(String place, Sample sample) {
    Deque<Sample> kept = samples.computeIfAbsent(place, key -> new ArrayDeque<>());
    kept.add(sample);
    if (kept.size() > MOST) {
      kept.remove();
    }
  }

  /** Zones and stations that have a history, like {@code Zones/Zone-1} and {@code Zones/Zone-1/Station-26}. */
  public List<String> places() {
    return List.copyOf(samples.keySet());
  }

  /** In the order of time; empty for a place without a history. */
  public List<Sample> samples(String place) {
    return List.copyOf(samples.getOrDefault(place, new ArrayDeque<>()));
  }

  /** The names of the history items of a place, like {@code ZoneOverallRmsCurrentPhase1-Readings}. */
  public List<String> items(String place) {
    String level = level(place);
    List<String> items = new java.util.ArrayList<>(QUANTITIES.keySet().stream().map(name -> level + name + "-Readings").toList());
    items.add(level + "ActiveEnergy-Readings");
    return List.copyOf(items);
  }

  /**
   * The readings of an item by their instants: A, kW or kWh. Quarters in which the gateway was not heard have none, so that whoever
   * draws them draws a straight line over the gap.
   *
   * @throws IllegalArgumentException for a name that is none
   */
  public Map<Long, Double> series(String place, String item) {
    String name = item.replaceFirst("^(Zone|Station)", "").replaceFirst("-Readings$", "");
    ToDoubleFunction<Totals> quantity = name.equals("ActiveEnergy") ? Totals::energyKwh : QUANTITIES.get(name);
    if (quantity == null || !items(place).contains(item)) {
      throw new IllegalArgumentException("no history item is called '" + item + "'; there are " + items(place));
    }
    Map<Long, Double> series = new TreeMap<>();
    for (Sample sample : samples(place)) {
      if (sample.values() != null) {
        series.put(sample.at(), quantity.applyAsDouble(sample.values()));
      }
    }
    return series;
  }

  private static String level(String place) {
    return place.contains("/Station-") ? "Station" : "Zone";
  }
}
