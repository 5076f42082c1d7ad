package io.parkbench.scenarios.demo.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Licence;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.arrivals.Visit;
import io.parkbench.plant.car.CarModel;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.ReadySites;
import io.parkbench.scenarios.demo.twin.Shortfall;
import io.parkbench.scenarios.sim.SiteArrivals;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The managed site and its unmanaged twin (R-PLANT-8). */
class WorldTest {
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private static World world(String site, boolean empty) throws Exception {
    return World.open(new WorldPlan(Dressing.of(site), 7, MORNING, empty));
  }

  private static void fill(World world) {
    for (Bay bay : world.bench().plant().model().bays()) {
      Arrival arrival = new Arrival(
          "car-" + bay.index(), world.time().now(), bay.station().id(), bay.connector().number(),
          world.time().now() + 4 * Micros.HOUR, 60_000, CarModel.named("sedan-22kw"), 0.1, "CARD");
      world.bench().plant().carPark().come(arrival);
      world.twin().carPark().come(arrival);
    }
  }

  private static void run(World world, long minutes) {
    world.time().runUntil(world.time().now() + minutes * Micros.MINUTE);
  }

  @Test
  void whatIsRememberedAndTheTwinBesideChangeNothing() throws Exception {
    Dressing.Dressed dressed = Dressing.of("office-dynamic");
    Site site = dressed.site();
    BenchPlan plan = BenchPlan.of(site).seed(7);
    long start = plan.start() + MORNING.toNanoOfDay() / 1_000;
    String alone;
    try (Bench bench = Bench.open(
        plan.startingAt(start).arrivals(SiteArrivals.of(site, null, new Seed(7), start).plan()))) {
      bench.time().runUntil(start + Micros.HOUR);
      alone = bench.recording().hash();
    }
    try (World world = world("office-dynamic", false)) {
      run(world, 60);
      assertEquals(alone, world.bench().recording().hash());
    }
  }

  @Test
  void withoutLoadManagementABreakerTripsAndWithItNoneDoes() throws Exception {
    try (World world = world("office", true)) {
      fill(world);
      run(world, 30);
      assertTrue(world.twin().breakers().tripped("p1"));
      assertEquals(List.of(), world.bench().plant().protection().breakers().trips());
      assertEquals("cars", world.owner("p1"));
      int p1 = world.bench().plant().model().zoneIndex("p1");
      double unmanaged = world.overloads(Timeline.World.UNMANAGED).of(world.time().now(), p1).carsAs();
      double managed = world.overloads(Timeline.World.MANAGED).of(world.time().now(), p1).carsAs();
      assertTrue(unmanaged > 10_000 && managed < unmanaged / 100, managed + " and " + unmanaged);
      assertTrue(world.timeline().after(0).stream().anyMatch(
          entry -> entry.kind().equals("trip") && entry.world() == Timeline.World.UNMANAGED));
      assertTrue(world.twin().isDark(0));
      world.twin().breakers().close(p1);
      assertFalse(world.twin().isDark(0));
      run(world, 1);
      assertTrue(world.twin().grid().amps(p1, 1) > 250, "cars charge again when it is closed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"office", "office-dynamic", "customer-case"})
  void everyKilowattHourThatIsMissingHasAReason(String site) throws Exception {
    try (World world = world(site, false)) {
      run(world, 150);
      for (Timeline.World which : Timeline.World.values()) {
        Shortfall.Account account = world.shortfall(which).account();
        double reasons = account.missing().values().stream().mapToDouble(Double::doubleValue).sum();
        assertTrue(account.feasibleKwh() > 50, site);
        assertEquals(account.feasibleKwh() - account.deliveredKwh(), reasons, 0.5, which + " of " + site);
      }
      List<Visit> visits = world.bench().plant().carPark().visits();
      assertEquals(visits.stream().mapToDouble(Visit::deliveredWh).sum() / 1_000,
          world.shortfall(Timeline.World.MANAGED).account().deliveredKwh(), 1e-6);
    }
  }

  @Test
  void theSameCarsAreInBothWorldsAtTheSameBays() throws Exception {
    try (World world = world("customer-case", false)) {
      for (int quarter = 0; quarter < 24; quarter++) {
        run(world, 15);
        for (Bay bay : world.bench().plant().model().bays()) {
          assertEquals(world.bench().plant().carPark().at(bay.index()), world.twin().carPark().at(bay.index()));
        }
      }
      assertTrue(world.bench().plant().carPark().occupied() > 10);
    }
  }

  @Test
  void otherLoadsAreTheSameInBothWorlds() throws Exception {
    try (World world = world("office-dynamic", true)) {
      for (int minute = 0; minute < 60; minute++) {
        run(world, 1);
        for (int phase = 1; phase <= 3; phase++) {
          assertEquals(world.bench().plant().grid().otherAmps(0, phase), world.twin().grid().otherAmps(0, phase));
        }
      }
      assertTrue(world.twin().grid().otherAmps(0, 1) > 100);
    }
  }

  @Test
  void aSiteIsDressedWithinItsLicence() throws Exception {
    assertEquals(List.of("3 breakers", "a tariff period", "two digital inputs", "a building's system"),
        Dressing.of("office").added());
    assertEquals(List.of("1 breakers", "a building's system"), Dressing.of("residential").added());
    Dressing.Dressed office = Dressing.of("office");
    assertEquals(Licence.EDL, office.under(Licence.EDL).site().licence());
    assertThrows(SiteException.class, () -> office.under(Licence.ESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shedding-example", "park1", "residential", "car-park", "campus-100", "acn-54-building", "office-20-meters"})
  void everyReadySiteCanBeShown(String site) throws Exception {
    assertTrue(ReadySites.NAMES.contains(site));
    try (World world = world(site, false)) {
      run(world, 10);
      assertEquals(0, world.bench().plant().checker().broken());
      assertTrue(world.bench().plant().model().zones().stream().noneMatch(
          zone -> world.twin().breakers().device(world.bench().plant().model().zoneIndex(zone.id())) == null));
    }
  }
}
