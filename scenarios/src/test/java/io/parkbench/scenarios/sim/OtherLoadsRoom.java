package io.parkbench.scenarios.sim;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.load.Loads;
import io.parkbench.rigs.Bench;

/** What the other loads of a one-zone site leave of its maximum: exactly, each phase by the minute, in kWh. */
final class OtherLoadsRoom {
  private final double[][] sums;

  /**
   * @param seed of the run that the loads belong to
   */
  OtherLoadsRoom(Site site, PlantModel model, long start, Seed seed, int minutes) {
    VirtualTime time = new VirtualTime(start, "");
    Grid grid = new Grid(model, time, Recording.NONE);
    sums = new double[4][minutes + 1];
    double[] room = new double[4];
    long[] since = {start};
    int[] minute = {0};
    Runnable count = () -> {
      double hours = (time.now() - since[0]) / (3_600.0 * Micros.SECOND);
      since[0] = time.now();
      for (int phase = 1; phase <= 3; phase++) {
        sums[phase][minute[0] + 1] += room[phase] * hours * model.volts() / 1_000;
        double max = site.zones().getFirst().maxDa().da(phase) / 10.0;
        room[phase] = Math.clamp(max - grid.otherAmps(0, phase), 0, max);
      }
    };
    grid.watch((now, zone) -> count.run());
    Loads loads = new Loads(grid, time, seed);
    Bench.loads(site).forEach(loads::add);
    for (minute[0] = 0; minute[0] < minutes; minute[0]++) {
      time.runUntil(start + (minute[0] + 1) * Micros.MINUTE);
      count.run();
    }
    for (int phase = 1; phase <= 3; phase++) {
      for (int i = 1; i <= minutes; i++) {
        sums[phase][i] += sums[phase][i - 1];
      }
    }
  }

  /** From one minute to another. */
  double kwh(int phase, int from, int to) {
    return sums[phase][to] - sums[phase][from];
  }
}
