package io.parkbench.plant.arrivals;

import io.parkbench.plant.PlantModel.Bay;

/**
 * One car's stay as it went, for reports.
 *
 * @param until departure, or the instant of asking while it is still there, µs
 * @param deliveredWh what it drew
 * @param feasibleWh what it could have drawn up to {@code until} unhindered, see {@link Feasible}
 */
public record Visit(Arrival arrival, Bay bay, long until, double deliveredWh, double feasibleWh) {
  public double requestedWh() {
    return arrival.wantedWh();
  }
}
