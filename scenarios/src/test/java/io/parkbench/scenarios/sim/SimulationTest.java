package io.parkbench.scenarios.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.reports.Summary;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.ReadySites;
import io.parkbench.rigs.Rig;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final long FIRST_CAR = 410 * Micros.MINUTE;

  @Test
  void onTheWallClockARecordedDayBeginsNow() throws Exception {
    Site site = ReadySites.load("acn-54");
    SiteArrivals coming = SiteArrivals.of(site, "src/test/resources/arrivals/garage-day.json", new Seed(1), 0);
    BenchPlan plan = BenchPlan.of(site).on(Rig.REALTIME).startingAt(coming.start() + FIRST_CAR).arrivals(coming.plan());
    Summary summary = Simulation.run(plan, plan.start() + Micros.SECOND / 2, share -> {});
    assertEquals(List.of("early-bird"), summary.sessions().stream().map(Summary.Session::id).toList());
  }
}
