package io.parkbench.reports.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the building's client logged of each zone, a quarter of an hour after the other ({@code bems-log}). */
public final class BuildingTrace {
  private final Map<String, List<Quarter>> zones = new LinkedHashMap<>();

  /**
   * A zone over a quarter of an hour, or whatever the client's log period is.
   *
   * @param at its end, µs since 1970
   * @param wh delivered in it as far as the client was told
   * @param peakKw NaN where the gateway was not heard
   * @param setpointA the mean of the zone's setpoint; NaN likewise
   * @param gap why something of it is missing or old, {@code link-down}; empty where nothing is
   * @param missingSeconds how long the gateway was not heard
   */
  public record Quarter(long at, double wh, double peakKw, double setpointA, String gap, double missingSeconds) {}

  void add(String zone, Quarter quarter) {
    zones.computeIfAbsent(zone, key -> new ArrayList<>()).add(quarter);
  }

  /** In the order in which they first appear. */
  public Collection<String> zones() {
    return zones.keySet();
  }

  /** In the order of time; empty for a zone that is not there. */
  public List<Quarter> quarters(String zone) {
    return zones.getOrDefault(zone, List.of());
  }

  public boolean isEmpty() {
    return zones.isEmpty();
  }
}
