package io.parkbench.rigs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.SiteException;
import io.parkbench.plant.breaker.Trip;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.fault.Trouble;
import io.parkbench.plant.load.LoadAmps;
import io.parkbench.plant.world.Plant;
import io.parkbench.plant.world.Protection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trip makes its branch dark until somebody closes the breaker, and is the gateway's only if the cars made it (R-PLANT-2, R-LEASE-5). */
class ProtectionTest {
  /** The breaker of the row carries less than the zone is said to. */
  private static final String SITE = """
      licence: EDM
      zones:
        - {id: main, max_a: 200, auth: all, plant: {breaker: {rating_a: 250, curve: MCCB}}}
        - {id: row, max_a: 63, parent: main, plant: {breaker: {rating_a: 40, curve: C}}}
        - {id: hall, max_a: 63, parent: main, plant: {breaker: {rating_a: 63, curve: gG}}}
      stations:
        - {id: A, zone: row, model: generic-ac, max_a: 32}
        - {id: B, zone: row, model: generic-ac, max_a: 32}
        - {id: C, zone: hall, model: generic-ac, max_a: 32}
      """;
  private static final int ROW = 1;

  private static Bench bench() throws SiteException {
    Bench bench = Bench.open(BenchPlan.of(ReadySites.checked("s.yaml", SITE)));
    bench.time().runFor(Duration.ofMinutes(1));
    return bench;
  }

  private static void charge(Bench bench, int... bays) {
    for (int bay : bays) {
      Car car = new Car(CarModel.named("sedan-22kw"), 0, 100_000);
      bench.plant().plugIn(bench.plant().model().bays().get(bay), car, "CARD-" + bay, null);
    }
  }

  private static List<String> zones(List<Trip> trips) {
    return trips.stream().map(Trip::zone).toList();
  }

  @Test
  void carsTripABreakerAndItsBranchIsDarkUntilItIsClosed() throws SiteException {
    try (Bench bench = bench()) {
      Plant plant = bench.plant();
      Protection protection = plant.protection();
      plant.loads().set("row", "lamps", LoadAmps.all(3));
      charge(bench, 0, 1, 2);
      bench.time().runFor(Duration.ofMinutes(1));
      assertEquals(66, plant.grid().totalAmps(ROW, 1), 1.5);
      double seconds = protection.breakers().secondsToTrip(ROW);
      assertTrue(seconds > 10 && seconds < 200, "trips in " + seconds);
      bench.time().runFor(Duration.ofMinutes(5));
      assertEquals(List.of("row"), zones(protection.blamed()));
      assertEquals(0, plant.grid().totalAmps(ROW, 1));
      assertTrue(plant.grid().totalAmps(2, 1) > 30, "the hall goes on");
      assertFalse(plant.station("A").isPowered());
      assertTrue(plant.station("C").isPowered());

      plant.unplug(plant.model().bays().get(1));
      protection.close("row");
      bench.time().runFor(Duration.ofMinutes(3));
      assertTrue(plant.station("A").isOnline());
      assertTrue(plant.station("B").isOnline());
      assertEquals(3, plant.grid().otherAmps(ROW, 1));
      plant.station("A").swipe(1, "CARD-0");
      bench.time().runFor(Duration.ofMinutes(1));
      assertTrue(plant.grid().amps(ROW, 1) > 30, "its driver has come back");
      assertEquals(1, protection.breakers().trips().size());
      assertThrows(IllegalArgumentException.class, () -> protection.close("attic"));
    }
  }

  @Test
  void aTripThatTheBuildingMakesAloneIsNotTheGateways() throws SiteException {
    try (Bench bench = bench()) {
      charge(bench, 0);
      bench.plant().loads().set("row", "oven", LoadAmps.all(60));
      bench.time().runFor(Duration.ofMinutes(10));
      Protection protection = bench.plant().protection();
      assertEquals(List.of("row"), zones(protection.breakers().trips()));
      assertTrue(protection.withoutCars().tripped("row"));
      assertTrue(protection.blamed().isEmpty());
      protection.close("row");
      bench.time().runFor(Duration.ofMinutes(10));
      assertEquals(List.of("row", "row"), zones(protection.breakers().trips()));
      assertTrue(protection.blamed().isEmpty());
    }
  }

  @Test
  void withoutCarsTheSameBuildingGoesOnWhereCarsHaveTrippedIt() throws SiteException {
    try (Bench bench = bench()) {
      bench.plant().loads().set("row", "oven", LoadAmps.all(30));
      charge(bench, 0);
      bench.time().runFor(Duration.ofMinutes(10));
      Protection protection = bench.plant().protection();
      assertEquals(List.of("row"), zones(protection.blamed()));
      assertFalse(protection.withoutCars().isOpen(ROW));
      assertTrue(protection.withoutCars().heat(ROW) > 0.3, "it is warmed by the oven alone");
      assertEquals(0, bench.plant().grid().otherAmps(ROW, 1));
    }
  }

  @Test
  void aStationWithoutMainsForTwoReasonsWaitsForBoth() throws SiteException {
    try (Bench bench = bench()) {
      Plant plant = bench.plant();
      var outage = plant.troubles().begin(new Trouble.Dark("A"));
      plant.protection().open("row");
      plant.protection().open("main");
      outage.close();
      plant.protection().close("row");
      bench.time().runFor(Duration.ofMinutes(2));
      assertFalse(plant.station("A").isPowered());
      assertFalse(plant.station("C").isPowered());
      plant.protection().close("main");
      bench.time().runFor(Duration.ofMinutes(2));
      assertTrue(plant.station("A").isOnline());
      assertTrue(plant.station("C").isOnline());
      assertTrue(plant.protection().breakers().trips().isEmpty(), "opened by hand");
    }
  }

  @Test
  void aWeldedContactorCarriesNothingInTheDark() throws SiteException {
    try (Bench bench = bench()) {
      charge(bench, 0);
      bench.time().runFor(Duration.ofMinutes(1));
      bench.plant().station("A").weld(1);
      bench.plant().protection().open("row");
      bench.time().runFor(Duration.ofMinutes(1));
      assertEquals(0, bench.plant().grid().totalAmps(ROW, 1));
    }
  }

  @Test
  void mistakesInBreakersAreTold() {
    String told = String.valueOf(assertThrows(SiteException.class, () -> ReadySites.checked("s.yaml", SITE
        .replace("curve: MCCB", "curve: MCB").replace("curve: C", "curve: C, isd: 4").replace("rating_a: 63, ", "rating_a: 70, ")))
        .getMessage());
    assertTrue(told.contains("s.yaml:3:1: zones.main.plant.breaker: curve is B, C, D, MCCB or gG, not 'MCB'"), told);
    assertTrue(told.contains("zones.row.plant.breaker: no such key: isd; there are rating_a, curve"), told);
    assertTrue(told.contains("zones.hall.plant.breaker: gG fuses are rated 16, 20,"), told);
  }
}
