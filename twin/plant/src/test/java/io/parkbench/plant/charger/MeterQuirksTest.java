package io.parkbench.plant.charger;

import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.quirk.Quirk;
import java.util.List;

/** Quirks in what a station's meters tell. */
class MeterQuirksTest extends QuirkTable {
  @Override
  List<Row> rows() {
    return List.of(
        row(Quirk.KWH_LABELLED_WH, "10997Wh", "10.99Wh", stage -> stage.charge().pass(1_785).sampled("Energy")),
        row(Quirk.POWER_IN_W_LABELLED_KW, "22080W", "22080kW", stage -> stage.charge().sampled("Power")),
        row(Quirk.CURRENT_ON_N, "L1=32.0A L2=32.0A L3=32.0A", "N=32.0A", stage -> stage.charge().sampled("Current")),
        row(Quirk.PHASE_L1_N, "L1=32.0A L2=32.0A L3=32.0A", "L1-N=32.0A L2-N=32.0A L3-N=32.0A",
            stage -> stage.charge().sampled("Current")),
        row(Quirk.PHASE_ROTATED, "L1=32.0A L2=0.0A L3=0.0A", "L2=32.0A L3=0.0A L1=0.0A", stage -> {
          stage.carModel = CarModel.named("city-7kw");
          return stage.charge().sampled("Current");
        }),
        row(Quirk.NO_POWER_WHEN_IDLE, "3 measurands, 3 idle", "3 measurands, 1 idle", stage -> {
          String charging = measurands(stage.charge()) + " measurands, ";
          stage.set(Profiles.tx(0));
          return charging + measurands(stage) + " idle";
        }));
  }

  private static long measurands(QuirkStage stage) {
    return stage.sample().stream().map(value -> value.measurand()).distinct().count();
  }
}
