package io.parkbench.scenarios.demo.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.grid.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every ampere-second above a limit has an owner (R-PLANT-8). */
class OverloadsTest {
  private static final int ROOT = 0;
  private static final int HALL = 1;

  private final VirtualTime time = new VirtualTime(0, "");
  private final Grid grid = new Grid(
      new PlantModel("p", 230,
          List.of(
              new PlantModel.Zone("root", null, PhaseAmps.all(20), null, true),
              new PlantModel.Zone("hall", "root", PhaseAmps.all(10), null, false)),
          List.of(new PlantModel.Station("a", "hall", List.of(new PlantModel.Connector(1, Wiring.TRI123, 32))))),
      time, Recording.NONE);
  private final Overloads overloads = new Overloads(grid, 0);

  private void pass(int seconds) {
    time.runUntil(time.now() + seconds * Micros.SECOND);
  }

  private static void assertOwners(double cars, double building, Overloads.Account account) {
    assertEquals(cars, account.carsAs(), 1e-6, "cars");
    assertEquals(building, account.buildingAs(), 1e-6, "building");
  }

  @Test
  void whatTheBuildingAloneDrawsAboveTheLimitIsItsOwn() {
    grid.shiftLoad(ROOT, 1, 22_000_000);
    grid.draw(0, 5, 0, 0);
    pass(10);
    assertOwners(50, 20, overloads.of(time.now(), ROOT));
    grid.draw(0, 0, 0, 0);
    pass(10);
    assertOwners(50, 40, overloads.of(time.now(), ROOT));
  }

  @Test
  void whatIsAboveTheLimitOnlyWithCarsIsTheirs() {
    grid.shiftLoad(ROOT, 2, 15_000_000);
    grid.draw(0, 0, 8, 0);
    pass(10);
    assertOwners(30, 0, overloads.of(time.now(), ROOT));
    assertTrue(overloads.of(time.now(), ROOT).lasts());
  }

  @Test
  void aLimitForChargingAloneKnowsNoOtherLoads() {
    grid.shiftLoad(HALL, 1, 9_000_000);
    grid.draw(0, 11, 11, 0);
    pass(10);
    assertOwners(20, 0, overloads.of(time.now(), HALL));
  }

  @Test
  void belowTheLimitNothingIsOwed() {
    grid.draw(0, 10, 10, 10);
    pass(3_600);
    assertOwners(0, 0, overloads.of(time.now(), HALL));
    assertFalse(overloads.of(time.now(), HALL).lasts());
  }

  @Test
  void anotherLimitCountsFromThenOn() {
    grid.draw(0, 10, 0, 0);
    pass(10);
    overloads.limit(time.now(), HALL, PhaseAmps.all(4));
    pass(10);
    assertOwners(60, 0, overloads.of(time.now(), HALL));
  }
}
