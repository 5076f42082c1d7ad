package io.parkbench.plant.charger;

import static io.parkbench.plant.charger.Profiles.tx;
import static io.parkbench.plant.charger.Profiles.txDefault;

import io.parkbench.plant.car.Car;
import io.parkbench.plant.quirk.Quirk;
import java.util.List;

/** Quirks of cars, at a sound station. */
class CarQuirksTest extends QuirkTable {
  @Override
  List<Row> rows() {
    return List.of(
        row(Quirk.NEVER_WAKES, "16.0 A 16.0 A", "0.0 A 0.0 A", stage -> afterPause(stage) + " " + afterReplug(stage)),
        row(Quirk.WAKES_ON_REPLUG, "16.0 A 16.0 A", "0.0 A 16.0 A", stage -> afterPause(stage) + " " + afterReplug(stage)),
        row(Quirk.WAKES_ON_DISABLE_ENABLE, "16.0 A 16.0 A", "0.0 A 16.0 A", stage -> {
          String first = afterPause(stage);
          stage.set(tx(0));
          return first + " " + at(stage, 16);
        }),
        row(Quirk.STUCK_AT_6A_AFTER_PAUSE, "16.0 A", "6.0 A", CarQuirksTest::afterPause),
        row(Quirk.FLOOR_14A_THREE_PHASE, "13.0 A 14.0 A", "0.0 A 14.0 A", stage -> at(stage.charge(), 13) + " " + at(stage, 14)),
        row(Quirk.FLOOR_8A, "7.0 A 8.0 A", "0.0 A 8.0 A", stage -> at(stage.charge(), 7) + " " + at(stage, 8)),
        row(Quirk.FLOOR_11A, "10.0 A 11.0 A", "0.0 A 11.0 A", stage -> at(stage.charge(), 10) + " " + at(stage, 11)),
        row(Quirk.SLOW_FOLLOWER_30S, "10.0 A 10.0 A", "32.0 A 10.0 A",
            stage -> at(stage.charge().pass(30), 10) + " " + stage.pass(25).amps() + " A"),
        row(Quirk.COOLING_PAUSE, "32.0 A 32.0 A", "0.0 A 32.0 A",
            stage -> stage.charge().pass(605).amps() + " A " + stage.pass(20).amps() + " A"),
        row(Quirk.LAUNCH_OVERSHOOT, "10.0 A 10.0 A", "15.0 A 10.0 A", stage -> {
          stage.boot().set(txDefault(10));
          stage.plug(1);
          return stage.pass(5).amps() + " A " + stage.pass(10).amps() + " A";
        }),
        row(Quirk.LOW_POWER_FACTOR_AT_FLOOR, "6.0 A 4140W", "6.0 A 2070W",
            stage -> at(stage.charge(), 6) + " " + stage.sampled("Power")));
  }

  private static String at(QuirkStage stage, double limit) {
    stage.set(tx(limit));
    return stage.amps() + " A";
  }

  private static String afterPause(QuirkStage stage) {
    stage.charge().set(tx(16));
    stage.set(tx(0));
    return at(stage, 16);
  }

  private static String afterReplug(QuirkStage stage) {
    Car car = stage.plugged();
    stage.station.unplug(1);
    car.replug(stage.test.time.now());
    stage.set(0, txDefault(16));
    stage.station.plug(1, car, "CARD-1");
    return stage.pass(5).amps() + " A";
  }
}
