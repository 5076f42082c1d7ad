package io.parkbench.plant.grid;

/**
 * All that flowed above one limit and its tolerance, from the first instant on, breach or not.
 *
 * @param phase supply phase 1 to 3, or 0 when it is the zone's power limit
 * @param excessSeconds integral of what flowed above the limit, ampere-seconds (kW·s for phase 0)
 * @param breachSeconds the part of it in {@link Breach}es, counted from their first instant
 * @param longest time above without a break, µs
 */
public record Overload(String zone, int phase, double excessSeconds, double breachSeconds, long longest) {}
