package io.parkbench.plant.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Grid;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.ReadPlan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-PLANT-2: a meter on a zone of the grid shows what flows there, a moment later. */
class ZoneFeederTest {
  private static final int MAIN = 0;
  private static final int BELOW = 1;
  private static final long AMPERE = 1_000_000;

  private final VirtualTime time = new VirtualTime(0, "");
  private final Grid grid = new Grid(
      new PlantModel("office", 230, List.of(
          new PlantModel.Zone("main", null, PhaseAmps.all(100), null),
          new PlantModel.Zone("below", "main", PhaseAmps.all(100), null)), List.of()),
      time, (at, kind, body) -> {});
  private final ZoneFeeder feeder = new ZoneFeeder(grid, MAIN, 0);
  private VirtualMeter meter = meter(Micros.SECOND);

  private VirtualMeter meter(long refresh) {
    VirtualMeter fresh = new VirtualMeter(
        MeterSetup.of(MeterModels.MTZ).withClass(0).refreshing(refresh), feeder, time, new Seed(1).fork("meter"));
    feeder.feed(fresh);
    return fresh;
  }

  @Test
  void currentsPowerAndEnergyAreThoseOfTheZone() {
    meter = meter(1);
    grid.shiftLoad(BELOW, 1, 10 * AMPERE);
    grid.shiftLoad(MAIN, 2, 20 * AMPERE);
    time.runUntil(Micros.HOUR);
    assertEquals("[10.0, 20.0, 0.0, 0.0, 0.0, 0.0, 6900.0, 6900.0]", shown());
    grid.shiftLoad(MAIN, 2, -50 * AMPERE);
    time.runUntil(2 * Micros.HOUR);
    assertEquals("[10.0, 30.0, 0.0, 0.0, 0.0, 0.0, -4600.0, 6900.0]", shown(), "export has no sign in RMS, and no import");
    grid.shiftLoad(MAIN, 2, 30 * AMPERE);
    time.runUntil(3 * Micros.HOUR);
    assertEquals("[10.0, 0.0, 0.0, 0.0, 0.0, 0.0, 2300.0, 9200.0]", shown());
  }

  @Test
  void aPulseBetweenTwoMeasurementsIsSeenByTheEnergyOnly() {
    time.runUntil(Micros.MINUTE);
    shown();
    long measures = nextMeasurement();
    time.runUntil(measures + 100_000);
    grid.shiftLoad(MAIN, 1, 100 * AMPERE);
    time.runUntil(measures + 900_000);
    grid.shiftLoad(MAIN, 1, -100 * AMPERE);
    time.runUntil(measures + 3 * Micros.SECOND);
    assertEquals("[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, " + Math.round(before + 23_000 * 0.8 / 3_600) + ".0]", shown());
  }

  private double before;

  /** An instant at which the meter measures, found by a change that it shows from then on. */
  private long nextMeasurement() {
    grid.shiftLoad(MAIN, 1, AMPERE);
    while (values()[Quantity.CURRENT_L1.index()] == 0) {
      time.runUntil(time.now() + Micros.MILLISECOND);
    }
    long at = time.now();
    grid.shiftLoad(MAIN, 1, -AMPERE);
    time.runUntil(at + Micros.SECOND);
    before = values()[Quantity.ENERGY_TOTAL.index()];
    return at + Micros.SECOND;
  }

  private String shown() {
    return Arrays.toString(values());
  }

  private double[] values() {
    double[] values = new double[Quantity.COUNT];
    for (ReadPlan.Chunk chunk : ReadPlan.of(MeterModels.MTZ).chunks()) {
      meter.asked(chunk.request(), reply -> chunk.decode(reply, values));
    }
    return values;
  }
}
