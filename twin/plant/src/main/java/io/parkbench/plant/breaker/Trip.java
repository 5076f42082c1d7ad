package io.parkbench.plant.breaker;

import io.parkbench.kernel.Micros;
import java.util.List;

/**
 * A breaker opened by itself.
 *
 * @param zone id of the zone that lost its supply
 * @param device what opened, {@code C 63 A}
 * @param phase supply phase whose pole opened it, 1 to 3
 * @param at µs
 * @param amps what that pole carried, A
 * @param shortCircuit whether that alone opened it at once; else it had become too warm
 * @param since when it began to carry more than it can for ever, µs
 * @param curve what that pole carried in the minutes before, in the order of time
 */
public record Trip(
    String zone, String device, int phase, long at, double amps, boolean shortCircuit, long since, List<Point> curve) {
  public Trip {
    curve = List.copyOf(curve);
  }

  @Override
  public String toString() {
    return "breaker of " + zone + " (" + device + ") tripped at " + Micros.toInstant(at) + ": " + Math.round(amps * 100) / 100.0
        + " A on L" + phase + ", too much since " + Micros.toInstant(since);
  }

  /** From {@code at} (µs) on so many A. */
  public record Point(long at, double amps) {}
}
