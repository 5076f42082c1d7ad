package io.parkbench.plant.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Connector;
import io.parkbench.plant.PlantModel.Station;
import io.parkbench.plant.PlantModel.Zone;
import io.parkbench.plant.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-LEASE-5: a breach is what stands above a hard limit for longer than B. */
class InvariantCheckerTest {
  private static final BreachBound BOUND = BreachBound.staticSite(Duration.ofSeconds(10), Duration.ofSeconds(1));
  private static final long B = Micros.of(BOUND.total());

  private final VirtualTime time = new VirtualTime(0, "");
  private final List<String> lines = new ArrayList<>();
  private final Recording recording = (instant, kind, fields) -> lines.add(kind);
  private final Grid grid = new Grid(
      new PlantModel(
          "test",
          230,
          List.of(new Zone("main", null, new PhaseAmps(32, 32, Double.POSITIVE_INFINITY), 20.0)),
          List.of(
              new Station("one", "main", List.of(new Connector(1, Wiring.TRI123, 63))),
              new Station("two", "main", List.of(new Connector(1, Wiring.MONO1, 32))))),
      time,
      recording);

  private InvariantChecker checker(Tolerance tolerance) {
    return new InvariantChecker(grid, time, BOUND, tolerance, recording);
  }

  @Test
  void theBoundIsTheSumOfItsParts() {
    assertEquals(Duration.ofSeconds(17), BOUND.total());
  }

  @Test
  void anOverloadOfLessThanBIsNoBreach() {
    InvariantChecker checker = checker(Tolerance.NONE);
    time.at(0, () -> grid.draw(0, 40, 1));
    time.at(B - Micros.SECOND, () -> grid.draw(0, 32, 1));
    time.runUntil(Micros.HOUR);
    assertEquals(0, checker.broken());
    assertTrue(checker.breaches().isEmpty());
    assertTrue(checker.checked() > 0);
  }

  /** R-LEASE-6, R-DI-5: an input marked hard leaves a share of each limit, from when it is told on. */
  @Test
  void moreThanTheShareThatAHardInputLeavesIsABreach() {
    InvariantChecker checker = checker(Tolerance.NONE);
    time.at(0, () -> grid.draw(0, 20, 1));
    time.runUntil(Micros.HOUR);
    assertEquals(0, checker.broken());
    checker.chargingShare(0.5);
    time.runUntil(Micros.HOUR + B + 1);
    assertEquals(1, checker.broken());
    assertEquals(16, checker.breaches().getFirst().limit());
    checker.chargingShare(1);
    assertFalse(checker.breaches().getFirst().lasts());
    assertThrows(IllegalArgumentException.class, () -> checker.chargingShare(Double.NaN));
  }

  @Test
  void anOverloadOfExactlyBIsNoBreach() {
    InvariantChecker checker = checker(Tolerance.NONE);
    time.at(0, () -> grid.draw(0, 40, 1));
    time.at(B, () -> grid.draw(0, 32, 1));
    time.runUntil(Micros.HOUR);
    assertEquals(0, checker.broken());
  }

  @Test
  void anOverloadOfMoreThanBIsABreachThatIsKeptAsData() {
    InvariantChecker checker = checker(Tolerance.NONE);
    time.at(0, () -> grid.draw(0, 40, 1));
    time.at(Micros.SECOND, () -> grid.draw(1, 2, 1));
    time.at(B + Micros.SECOND, () -> {
      grid.draw(0, 30, 1);
      grid.draw(1, 2, 1);
    });
    time.runUntil(B + 1);
    assertTrue(checker.breaches().getFirst().lasts());
    time.runUntil(Micros.HOUR);
    assertEquals(1, checker.broken());
    double excess = 8 * 1 + 10 * (B / 1e6);
    assertEquals(
        List.of(new Breach("main", 1, 42, 32, 0, B + Micros.SECOND, excess)), checker.breaches());
    assertEquals(1, lines.stream().filter("breach"::equals).count());
  }

  @Test
  void whatFlowsAboveALimitForLessThanBIsCountedToo() {
    InvariantChecker checker = checker(Tolerance.NONE);
    time.at(0, () -> grid.draw(0, 40, 1));
    time.at(2 * Micros.SECOND, () -> grid.draw(0, 32, 1));
    time.at(Micros.MINUTE, () -> grid.draw(0, 36, 1));
    time.runUntil(2 * Micros.MINUTE);
    assertEquals(List.of(new Overload("main", 1, 2 * 8 + 60 * 4, 60 * 4, Micros.MINUTE)), checker.overloads());
    time.at(3 * Micros.MINUTE, () -> grid.draw(0, 32, 1));
    time.runUntil(Micros.HOUR);
    assertEquals(List.of(new Overload("main", 1, 2 * 8 + 120 * 4, 120 * 4, 2 * Micros.MINUTE)), checker.overloads());
  }

  @Test
  void aSecondOverloadBeginsAnew() {
    InvariantChecker checker = checker(Tolerance.NONE);
    for (long start = 0; start < 10 * B; start += 2 * B) {
      time.at(start, () -> grid.draw(0, 40, 1));
      time.at(start + B, () -> grid.draw(0, 32, 1));
    }
    time.runUntil(Micros.HOUR);
    assertEquals(0, checker.broken());
  }

  @Test
  void currentWithinTheToleranceIsNone() {
    InvariantChecker checker = checker(new Tolerance(0.01, 0.5));
    grid.draw(0, 32.8, 2);
    time.runUntil(Micros.HOUR);
    assertEquals(0, checker.broken());
    grid.draw(0, 32.83, 2);
    time.runUntil(2 * Micros.HOUR);
    assertEquals(2, checker.broken());
  }

  @Test
  void thePowerLimitIsARowOfItsOwn() {
    InvariantChecker checker = checker(Tolerance.NONE);
    grid.draw(0, 30, 30, 30);
    time.runUntil(Micros.HOUR);
    Breach breach = checker.breaches().getFirst();
    assertEquals(0, breach.phase());
    assertEquals(20, breach.limit());
    assertEquals(20.7, breach.peak(), 1e-9);
  }

  @Test
  void otherLoadsTakeTheirPartOfALimitForAllAndNoMoreThanAllOfIt() {
    Grid grid = oneZone(true);
    InvariantChecker checker = new InvariantChecker(grid, time, BOUND, Tolerance.NONE, recording);
    grid.draw(0, 10, 1);
    time.at(Micros.MINUTE, () -> grid.shiftLoad(0, 1, 40_000_000));
    time.runUntil(Micros.HOUR);
    Breach breach = checker.breaches().getFirst();
    assertEquals(0, breach.limit());
    assertEquals(Micros.MINUTE, breach.since());
  }

  @Test
  void theBuildingAloneAboveTheLimitIsNoBreach() {
    Grid grid = oneZone(true);
    InvariantChecker checker = new InvariantChecker(grid, time, BOUND, Tolerance.NONE, recording);
    grid.draw(0, 10, 1);
    time.at(Micros.MINUTE, () -> grid.shiftLoad(0, 1, 40_000_000));
    time.at(Micros.MINUTE + B, () -> grid.draw(0, 0, 1));
    time.runUntil(Micros.HOUR);
    assertEquals(0, checker.broken());
  }

  @Test
  void whatOtherLoadsFeedInMakesRoom() {
    Grid grid = oneZone(true);
    InvariantChecker checker = new InvariantChecker(grid, time, BOUND, Tolerance.NONE, recording);
    grid.shiftLoad(0, 1, -20_000_000);
    grid.draw(0, 50, 1);
    time.runUntil(Micros.HOUR);
    assertEquals(0, checker.broken());
  }

  @Test
  void otherLoadsTakeNothingOfALimitForChargingAlone() {
    Grid grid = oneZone(false);
    InvariantChecker checker = new InvariantChecker(grid, time, BOUND, Tolerance.NONE, recording);
    grid.shiftLoad(0, 1, 40_000_000);
    grid.draw(0, 32, 1);
    time.runUntil(Micros.HOUR);
    assertEquals(0, checker.broken());
  }

  private Grid oneZone(boolean forAll) {
    Zone zone = new Zone("main", null, PhaseAmps.all(32), null, forAll);
    Station one = new Station("one", "main", List.of(new Connector(1, Wiring.TRI123, 63)));
    return new Grid(new PlantModel("test", 230, List.of(zone), List.of(one)), time, recording);
  }

  @Test
  void aLimitThatIsLoweredJudgesWhatFlowsAlready() {
    InvariantChecker checker = checker(Tolerance.NONE);
    time.at(0, () -> grid.draw(0, 30, 1));
    time.at(Micros.MINUTE, () -> checker.limit("main", PhaseAmps.all(20), null));
    time.runUntil(Micros.MINUTE + B);
    assertEquals(0, checker.broken());
    time.runUntil(Micros.HOUR);
    assertEquals(1, checker.broken());
    assertEquals(20, checker.breaches().getFirst().limit());
  }
}
