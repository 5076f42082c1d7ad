package io.parkbench.plant.arrivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.PlantModel.Connector;
import io.parkbench.plant.PlantModel.Station;
import io.parkbench.plant.PlantModel.Zone;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.pilot.PilotState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cars park, charge unhindered and leave; every visit is accounted for. */
class CarParkTest {
  private static final long H = Micros.HOUR;

  private final VirtualTime time = new VirtualTime(0, "");

  /** Sockets that offer every car all they have. */
  private static final class Generous implements CarPark.Sockets {
    final Map<Integer, Car> cars = new TreeMap<>();
    final List<String> log = new ArrayList<>();
    private final VirtualTime time;
    private final double volts;

    Generous(VirtualTime time, double volts) {
      this.time = time;
      this.volts = volts;
    }

    @Override
    public void plugIn(Bay bay, Arrival arrival, Car car) {
      log.add("+" + arrival.id() + "@" + bay.station().id());
      cars.put(bay.index(), car);
      car.offered(time.now(), bay.connector().maxAmps(), bay.connector().phases(), volts);
    }

    @Override
    public void unplug(Bay bay) {
      log.add("-@" + bay.station().id());
      cars.remove(bay.index());
    }

    long charging() {
      cars.values().forEach(car -> car.wake(time.now()));
      return cars.values().stream().filter(car -> car.state() == PilotState.C).count();
    }
  }

  private static PlantModel site(int stations, Wiring wiring, double volts) {
    List<Station> all = new ArrayList<>();
    for (int i = 1; i <= stations; i++) {
      all.add(new Station("st-" + i, "main", List.of(new Connector(1, wiring, 32))));
    }
    return new PlantModel("test", volts, List.of(Zone.of("main", null, 10_000)), all);
  }

  private static Arrival car(String id, @Nullable String station, long at, long departure) {
    return new Arrival(id, at, station, 0, departure, 6_900, CarModel.named("city-7kw"), 0.2, "CARD-" + id);
  }

  private CarPark park(PlantModel model, ArrivalPlan plan, Generous sockets) {
    CarPark park = new CarPark(model, time, plan, sockets);
    park.start();
    return park;
  }

  @Test
  void aCarTakesTheStationItNamesElseTheFirstFreeOneAndIsTurnedAwayWhereThereIsNone() {
    Generous sockets = new Generous(time, 230);
    CarPark park = park(
        site(2, Wiring.MONO1, 230),
        ArrivalPlan.of(List.of(
            car("a", "st-2", 0, 3 * H), car("b", "st-2", H, 3 * H), car("c", null, 2 * H, 4 * H),
            car("d", null, 3 * H, 4 * H))),
        sockets);
    time.runUntil(5 * H);
    assertEquals(List.of("+a@st-2", "+b@st-1", "-@st-2", "-@st-1", "+d@st-1", "-@st-1"), sockets.log);
    assertEquals(1, park.turnedAway());
    assertEquals(0, park.occupied());
    assertEquals(3, park.visits().size());
  }

  @Test
  void aCarComesUnplannedAndLeavesBeforeItsTimeAndNobodyElseIsSentAwayThen() {
    Generous sockets = new Generous(time, 230);
    CarPark park = park(site(1, Wiring.MONO1, 230), ArrivalPlan.nobody(), sockets);
    Bay bay = park.come(car("a", null, 0, 3 * H));
    assertEquals("st-1", bay == null ? "" : bay.station().id());
    assertNull(park.come(car("b", null, 0, 3 * H)));
    assertEquals(1, park.turnedAway());
    time.runUntil(H);
    Arrival here = park.at(0);
    assertEquals("a", here == null ? "" : here.id());
    assertTrue(park.leave(0));
    assertFalse(park.leave(0));
    assertNull(park.at(0));
    park.come(car("c", null, H, 5 * H));
    time.runUntil(4 * H);
    assertEquals(List.of("+a@st-1", "-@st-1", "+c@st-1"), sockets.log, "the plug of c is not pulled when a had meant to leave");
    assertEquals(H, park.visits().getFirst().until());
  }

  @Test
  void aVisitTellsWhatWasAskedForDeliveredAndFeasible() {
    Generous sockets = new Generous(time, 230);
    CarPark park = park(
        site(2, Wiring.MONO1, 230),
        ArrivalPlan.of(List.of(car("short", null, 0, H / 2), car("long", null, 0, 8 * H))),
        sockets);
    time.runUntil(H);
    Visit brief = park.visits().get(0);
    assertEquals(6_900, brief.requestedWh());
    assertEquals(7_360 * (1_800 - 2) / 3_600.0, brief.feasibleWh(), 1e-6);
    assertEquals(brief.feasibleWh(), brief.deliveredWh(), 1e-6);
    Visit lasting = park.visits().get(1);
    assertEquals(H, lasting.until());
    time.runUntil(8 * H);
    assertEquals(6_900, park.visits().get(1).feasibleWh(), 1e-6);
  }

  @Test
  void noOffersHoweverTheyGoDeliverMoreThanIsFeasible() {
    for (int run = 0; run < 100; run++) {
      Chance chance = new Seed(run).fork("offers");
      Connector connector = new Connector(1, Wiring.TRI123, 32);
      Arrival arrival = new Arrival(
          "x", 0, null, 0, chance.between(H / 2, 8 * H), chance.nextDouble() * 40_000,
          CarModel.named(chance.happens(0.5) ? "compact-11kw" : "two-phase-7.4kw"), chance.nextDouble(), "CARD");
      Car car = arrival.arrive();
      for (long at = 0; at < arrival.departure(); at += chance.between(1, H)) {
        car.offered(at, 32 * chance.nextDouble(), 3, 230);
      }
      car.wake(arrival.departure());
      double feasible = Feasible.wh(arrival, connector, 230, arrival.departure());
      assertTrue(car.energyWh(arrival.departure()) <= feasible + 1e-6, "in run " + run);
      assertTrue(feasible <= arrival.wantedWh(), "in run " + run);
    }
  }

  @Test
  void aWorkplaceHasSixtyOfAHundredBaysChargingAtItsPeak() {
    long monday = Micros.of(Instant.parse("2026-03-02T00:00:00Z"));
    VirtualTime week = new VirtualTime(monday, "");
    Generous sockets = new Generous(week, 230);
    PlantModel model = site(100, Wiring.TRI123, 230);
    ArrivalPlan plan = new ProfileArrivals(
        ArrivalProfile.named("workplace"), 100, ZoneOffset.UTC, monday, new Seed(1), List.of());
    CarPark park = new CarPark(model, week, plan, sockets);
    park.start();
    long peak = 0;
    for (long at = monday; at < monday + Micros.DAY; at += 5 * Micros.MINUTE) {
      week.runUntil(at);
      peak = Math.max(peak, sockets.charging());
    }
    assertTrue(peak >= 60, "at most " + peak + " cars charged at the same time");
  }

  @Test
  void aRealDayAndWeekGetWithoutLimitWhatAcnSimGivesThem() throws Exception {
    for (String file : List.of("sessions_real_1d.json", "sessions_real_7d.json")) {
      RecordedArrivals real = ArrivalFiles.read(Shared.data(file), ZoneId.of("UTC"), 0);
      VirtualTime past = new VirtualTime(real.start(), "");
      Generous sockets = new Generous(past, real.volts());
      CarPark park = new CarPark(site(54, Wiring.MONO1, real.volts()), past, real.plan(), sockets);
      park.start();
      past.runUntil(real.end());
      double asked = 0;
      double delivered = 0;
      for (Visit visit : park.visits()) {
        double stay = (visit.arrival().departure() - visit.arrival().at()) / (double) H;
        asked += Math.min(visit.requestedWh(), 6_600 * stay);
        delivered += visit.deliveredWh();
      }
      assertEquals(0, park.turnedAway());
      assertEquals(real.arrivals().size(), park.visits().size());
      assertEquals(asked, delivered, 0.001 * asked, file);
    }
  }
}
