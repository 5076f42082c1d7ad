package io.parkbench.plant.arrivals;

import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import org.jspecify.annotations.Nullable;

/**
 * A car that comes to charge (R-EV-2).
 *
 * @param id unique in its run; reports call the session so
 * @param at instant of plugging in, µs
 * @param station the station it wants, or null for any
 * @param connector the connector of that station, or 0 for any
 * @param departure instant of unplugging, µs, after {@code at}
 * @param wantedWh energy it wants from the socket, Wh, 0 or more
 * @param stateOfCharge on arrival, 0 to 1
 * @param idTag card the driver holds to the station, 1 to 20 characters
 */
public record Arrival(
    String id,
    long at,
    @Nullable String station,
    int connector,
    long departure,
    double wantedWh,
    CarModel car,
    double stateOfCharge,
    String idTag) {

  /** Fails with {@link IllegalArgumentException} on a departure before the arrival or a value out of range. */
  public Arrival {
    if (departure <= at) {
      throw new IllegalArgumentException("arrival " + id + " departs before it has come");
    }
    if (!(wantedWh >= 0 && stateOfCharge >= 0 && stateOfCharge <= 1)) {
      throw new IllegalArgumentException(
          "arrival " + id + ": wanted energy is 0 or more, state of charge 0 to 1");
    }
    if (connector < 0 || idTag.isEmpty() || idTag.length() > 20) {
      throw new IllegalArgumentException(
          "arrival " + id + ": connector is 0 or more, idTag 1 to 20 characters");
    }
  }

  /** The car itself, plugged in and offered nothing yet. */
  public Car arrive() {
    return new Car(car, stateOfCharge, wantedWh);
  }

  /** The same, earlier or later by {@code micros}. */
  public Arrival shifted(long micros) {
    return new Arrival(
        id, at + micros, station, connector, departure + micros, wantedWh, car, stateOfCharge, idTag);
  }
}
