package io.parkbench.plant.arrivals;

import io.parkbench.plant.Converter;
import io.parkbench.plant.PlantModel.Connector;
import io.parkbench.plant.car.Car;

/** The yardstick of a session: what its car would have drawn had nothing but its connector limited it. */
public final class Feasible {
  private Feasible() {}

  /**
   * Energy, Wh: what was wanted or, where the stay is too short for it, what the car can take in that time, its taper and
   * reaction included.
   *
   * @param volts line to neutral
   * @param until instant at which to stop counting, µs; the departure, or earlier for a run that ends before it
   */
  public static double wh(Arrival arrival, Connector connector, double volts, long until) {
    Car unhindered = arrival.arrive();
    Converter converter = connector.converter();
    if (converter == null) {
      unhindered.offered(arrival.at(), connector.maxAmps(), connector.phases(), volts);
    } else {
      unhindered.atDc(true);
      unhindered.offeredDc(arrival.at(), converter.ratedWatts());
    }
    unhindered.wake(until);
    return unhindered.energyWh(until);
  }
}
