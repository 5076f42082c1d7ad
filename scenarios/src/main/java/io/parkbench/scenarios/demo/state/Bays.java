package io.parkbench.scenarios.demo.state;

import io.parkbench.plant.PlantModel.Bay;

/** How bays are called. */
final class Bays {
  private Bays() {}

  /** {@code station/connector}. */
  static String id(Bay bay) {
    return bay.station().id() + "/" + bay.connector().number();
  }
}
