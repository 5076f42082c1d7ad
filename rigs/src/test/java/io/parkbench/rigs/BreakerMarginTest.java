package io.parkbench.rigs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Margin;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.breaker.Breaker;
import io.parkbench.plant.breaker.Device;
import io.parkbench.plant.breaker.Trip;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.load.LoadAmps;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Leases and guard that the gateway computes from a breaker, against the breakers of the plant (R-LEASE-5, R-LEASE-8, R-PLANT-2). */
class BreakerMarginTest {
  private static final String[] DEVICES = {
      "{rating_a: 63, curve: B}", "{rating_a: 100, curve: C}", "{rating_a: 125, curve: D}", "{rating_a: 250, curve: MCCB}",
      "{rating_a: 630, curve: MCCB, tr_s: 16}", "{rating_a: 400, curve: MCCB, tr_s: 4, isd: 3}", "{rating_a: 160, curve: gG}",
      "{rating_a: 400, curve: gG}"};
  private static final double CAR_FOLLOWS = 5;
  private static final double STATION_A = 32;

  /** A dynamic zone behind a breaker, and the worst that can come to it while nobody can be told. */
  private record Case(Site site, double max, double worst) {
    static @Nullable Case of(String device, int max, @Nullable Integer peak, int stations, String guard) {
      String yaml = "licence: EDM\nsettings: {lease_dynamic: from-breaker, guard_percent: " + guard + "}\n"
          + "zones: [{id: main, max_a: " + max + ", directive: dynamic, meter: m, breaker: " + device
          + (peak == null ? "" : ", building_peak_a: " + peak) + "}]\nmeters: [{id: m, model: MTZ}]\n"
          + "stations: [{id: \"s-{n}\", model: generic-ac, zone: main, max_a: 32, count: " + stations + "}]\n";
      try {
        Site site = SiteFile.parse("s.yaml", yaml);
        double leased = Math.min(stations * STATION_A, max * (1 - margin(site).guardPermille() / 1e3));
        return new Case(site, max, (peak == null ? max : peak) + leased);
      } catch (SiteException e) {
        assertTrue(e.problems().getFirst().message().contains("surely holds"), e.getMessage());
        return null;
      }
    }

    static Margin margin(Site site) {
      return Objects.requireNonNull(site.zones().getFirst().margin());
    }

    Zone zone() {
      return site.zones().getFirst();
    }

    /** How long the worst flows. */
    double flows() {
      return margin(site).lease().toSeconds() + Bench.bound(site).total().toMillis() / 1e3 + CAR_FOLLOWS;
    }

    /** Seconds until a device opens under the worst, warmed by the zone's maximum. */
    double opens(Device device) {
      Breaker breaker = new Breaker(device, 0);
      double before = Math.min(max, worst);
      breaker.carry(0, before, before, before);
      assertEquals(Double.POSITIVE_INFINITY, breaker.secondsToTrip(Micros.DAY));
      breaker.carry(Micros.DAY, worst, worst, worst);
      return breaker.secondsToTrip(Micros.DAY);
    }
  }

  @Test
  void noDeviceOfThePlantOpensWithinAComputedLease() {
    Chance chance = new Seed(11).fork("margins");
    int computed = 0;
    int between = 0;
    int refused = 0;
    for (int run = 0; run < 2_000; run++) {
      String device = DEVICES[run % DEVICES.length];
      int rating = Integer.parseInt(device.replaceAll("\\{rating_a: (\\d+),.*", "$1"));
      int max = (int) (rating * (0.3 + 0.7 * chance.nextDouble()));
      Integer peak = chance.happens(0.5) ? Integer.valueOf((int) (max * chance.nextDouble())) : null;
      int stations = 1 + (int) (2 * rating / STATION_A * chance.nextDouble());
      Case drawn = Case.of(device, max, peak, stations, chance.happens(0.5) ? "1" : "from-breaker");
      if (drawn == null) {
        refused++;
        continue;
      }
      computed++;
      between += Case.margin(drawn.site).lease().toSeconds() < 300 ? 1 : 0;
      double opens = drawn.opens(BreakerSection.declared(Objects.requireNonNull(drawn.zone().breaker())));
      assertTrue(opens > drawn.flows(), drawn + " opens after " + opens + " s of " + drawn.flows());
    }
    assertTrue(computed > 500 && between > 50 && refused > 200, computed + " computed, " + between + " between, " + refused);
  }

  /** A moulded-case breaker as fast as the gateway takes any for: carries 1.05 Ir and no more, and opens after 8 s at 6 Ir. */
  private static Device fastest(double setting) {
    double trips = 1.05 * 1.30;
    double tau = 8 / Math.log(36 / (36 - 1.05 * 1.05));
    return Device.moulded(setting * 1.05 / Math.sqrt(trips), 12, tau * Math.log(36 / (36 - trips)));
  }

  @Test
  void aSecondMoreThanComputedOpensTheFastestDevice() {
    int tried = 0;
    for (int max = 160; max <= 215; max++) {
      for (int stations = 5; stations < 10; stations++) {
        Case drawn = Case.of("{rating_a: 250, curve: MCCB}", max, null, stations, "1");
        if (drawn != null && Case.margin(drawn.site).lease().toSeconds() < 300) {
          tried++;
          double opens = drawn.opens(fastest(250));
          assertTrue(opens > drawn.flows() - 1e-6, drawn + " opens after " + opens + " s of " + drawn.flows());
          assertTrue(opens < drawn.flows() + 1 + 1e-6, drawn + " opens after " + opens + " s: there was more to have");
        }
      }
    }
    assertTrue(tried > 100, tried + " cases");
  }

  /** All stations are cut off in the moment in which the building takes all that is there. */
  private static List<String> trips(String lease) throws SiteException {
    String yaml = """
        licence: EDM
        settings: {lease_dynamic: LEASE}
        zones:
          - {id: main, max_a: 200, auth: all, directive: dynamic, meter: m, breaker: {rating_a: 250, curve: MCCB, tr_s: 16}}
        meters: [{id: m, model: MTZ}]
        stations: [{id: "s-{n}", model: generic-ac, zone: main, max_a: 32, count: 8}]
        """.replace("LEASE", lease);
    try (Bench bench = Bench.open(BenchPlan.of(ReadySites.checked("s.yaml", yaml)))) {
      bench.plant().loads().set("main", "lamps", LoadAmps.all(5));
      bench.time().runFor(Duration.ofMinutes(1));
      for (int bay = 0; bay < 8; bay++) {
        bench.plant().plugIn(bench.plant().model().bays().get(bay), new Car(CarModel.named("sedan-22kw"), 0, 100_000), "C-" + bay,
            null);
      }
      bench.time().runFor(Duration.ofMinutes(90));
      assertTrue(bench.plant().grid().totalAmps(0, 1) > 190, "warm: " + bench.plant().grid().totalAmps(0, 1) + " A");
      bench.net().faults().add(link -> true, new Fault.Silence());
      bench.plant().loads().set("main", "oven", LoadAmps.all(195));
      bench.time().runFor(Duration.ofMinutes(15));
      return bench.plant().protection().blamed().stream().map(Trip::zone).toList();
    }
  }

  @Test
  void whereALongerLeaseTripsTheBreakerTheComputedOneDoesNot() throws SiteException {
    assertEquals(List.of(), trips("from-breaker"));
    assertEquals(List.of("main"), trips("30 min"));
  }
}
