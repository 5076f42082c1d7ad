package io.parkbench.scenarios.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Wiring;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.arrivals.Visit;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.ReadySites;
import io.parkbench.scenarios.campaign.twin.Counterfactual;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real sessions beside a building whose meter is all that the gateway knows of it: it delivers nearly what an allocator delivers that
 * knows every other load and every draw at every instant, and is obeyed at once (R-DYN-1, R-ALLOC-7).
 */
class DynamicEnergyTest {
  private static final double LEAST = 0.97;

  @ParameterizedTest
  @CsvSource({"garage-day.json, 1, 205", "sessions_real_1d.json, 1, 225", "sessions_real_7d.json, 7, 225"})
  void behindAMeterNearlyAllIsDeliveredThatPerfectKnowledgeCould(String file, int days, int limitA) throws Exception {
    Path sessions = file.startsWith("garage") ? Path.of("src/test/resources/arrivals", file) : SharedData.file(file);
    Site site = ReadySites.checked("acn-54-building.yaml",
        ReadySites.text("acn-54-building").replace("max_a: 225", "max_a: " + limitA));
    Seed seed = new Seed(1);
    BenchPlan plan = BenchPlan.of(site);
    SiteArrivals coming = SiteArrivals.of(site, sessions.toString(), seed, plan.start());
    plan = plan.startingAt(coming.start()).arrivals(coming.plan());
    try (Bench bench = Bench.open(plan)) {
      bench.time().runUntil(plan.start() + days * Micros.DAY);
      double delivered = bench.plant().carPark().visits().stream().mapToDouble(Visit::deliveredWh).sum() / 1_000;
      double perfect = Counterfactual.allKnowing(
          site, bench.plant().model(), SiteArrivals.of(site, sessions.toString(), seed, plan.start()).plan(), plan.start(),
          Bench.bound(site), Bench.loads(site), seed, days * 86_400.0).kwh();
      double most = foreseeing(site, bench, plan.start(), sessions, days);
      double wanted = Stay.read(sessions).stream().mapToDouble(Stay::feasibleKwh).sum();
      String figures = String.format(Locale.ROOT,
          "%s: %.1f kWh delivered, %.1f (%.1f %%) by perfect knowledge of the present, %.1f (%.1f %%) of the future too, %.1f wanted",
          file, delivered, perfect, 100 * delivered / perfect, most, 100 * delivered / most, wanted);
      System.out.println(figures);
      assertEquals(0, bench.plant().checker().broken(), "breaches");
      assertTrue(perfect < 0.95 * wanted, () -> "the limit binds: " + figures);
      assertTrue(perfect <= most + 0.1, figures);
      assertTrue(delivered >= LEAST * perfect, figures);
    }
  }

  /** The stations have one phase each, so that each phase is a garage of its own. */
  private static double foreseeing(Site site, Bench bench, long start, Path sessions, int days) throws Exception {
    OtherLoadsRoom room = new OtherLoadsRoom(site, bench.plant().model(), start, new Seed(1), days * 1_440);
    double kwh = 0;
    for (int number = 1; number <= 3; number++) {
      int phase = number;
      Wiring wiring = Wiring.valueOf("MONO" + phase);
      List<String> here = bench.plant().carPark().visits().stream()
          .filter(visit -> Objects.requireNonNull(site.station(visit.bay().station().id())).connectors().getFirst()
              .wiring() == wiring)
          .map(visit -> visit.arrival().id()).toList();
      kwh += Optimum.kwh(
          Stay.read(sessions).stream().filter(stay -> here.contains(stay.id())).toList(),
          (from, to) -> room.kwh(phase, from, to));
    }
    return kwh;
  }
}
