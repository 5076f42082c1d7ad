package io.parkbench.plant.grid;

/**
 * A limit that was broken for longer than the bound allows.
 *
 * @param phase supply phase 1 to 3, or 0 when it is the zone's power limit
 * @param peak highest true charging current, A (kW for phase 0)
 * @param limit what was allowed when the breach was found, without tolerance, A (kW)
 * @param since instant at which the limit was first exceeded, µs
 * @param until instant at which it was kept again, µs, or {@link Long#MAX_VALUE} while it lasts
 * @param excessSeconds integral of what flowed above the limit, ampere-seconds (kW·s)
 */
public record Breach(
    String zone, int phase, double peak, double limit, long since, long until, double excessSeconds) {

  public boolean lasts() {
    return until == Long.MAX_VALUE;
  }
}
