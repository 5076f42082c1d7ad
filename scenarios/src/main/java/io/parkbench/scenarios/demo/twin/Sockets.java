package io.parkbench.scenarios.demo.twin;

import io.parkbench.plant.Converter;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.grid.Grid;

/** A socket without electronics: it offers its rating whenever it has mains, and its car takes what it takes. */
final class Sockets {
  private Sockets() {}

  /** Offers the car all that the connector is rated for. */
  static void offer(long now, Bay bay, Car car, double volts) {
    Converter converter = bay.connector().converter();
    if (converter == null) {
      car.offered(now, bay.connector().maxAmps(), bay.connector().phases(), volts);
    } else {
      car.offeredDc(now, converter.watts(bay.connector().maxAmps(), volts));
    }
  }

  /** Puts what the car draws on the grid. */
  static void draw(long now, Bay bay, Car car, Grid grid, double volts) {
    Converter converter = bay.connector().converter();
    if (converter == null) {
      grid.draw(bay.index(), car.amps(now), Math.min(car.conductors(), bay.connector().phases()));
    } else {
      grid.draw(bay.index(), converter.chargingAmps(car.watts(now), volts), Converter.PHASES);
    }
  }

  /** What the car would draw from the supply if nothing but its connector held it back, W; 0 where it wants nothing. */
  static double couldWatts(long now, Bay bay, Car car, double volts) {
    if (!car.wantsEnergy()) {
      return 0;
    }
    Converter converter = bay.connector().converter();
    if (converter != null) {
      return Math.min(car.mostDcWatts(now), converter.ratedWatts());
    }
    double amps = Math.min(car.mostAmps(now), bay.connector().maxAmps());
    return amps < car.leastAmps() ? 0 : amps * Math.min(car.model().phases(), bay.connector().phases()) * volts;
  }
}
