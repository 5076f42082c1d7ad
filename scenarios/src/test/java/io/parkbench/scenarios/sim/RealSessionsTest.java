package io.parkbench.scenarios.sim;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.reports.Summary;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.ReadySites;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Charging sessions of a garage run through the whole twin: unhindered, each gets what it asks for as far as its power and stay
 * allow; under a limit of the site, all together get nearly what an optimum would. The day and the week of ACN-Data are looked for
 * in {@code ../shared/data}; the project's own day is always there.
 */
class RealSessionsTest {
  private static final double UNLIMITED_SHORTFALL = 0.02;
  private static final double LIMITED_SHORTFALL = 0.03;
  /** Summaries are rounded to Wh. */
  private static final double ROUNDING_KWH = 0.1;
  private static final double SESSION_ROUNDING_KWH = 0.001;

  private static final Path OWN_DAY = Path.of("src/test/resources/arrivals/garage-day.json");

  @Test
  void anOwnDayWithoutALimitDeliversWhatPowerAndStayAllow() throws Exception {
    deliversWhatIsFeasible(OWN_DAY, live(ready("acn-54"), OWN_DAY, 1));
  }

  @ParameterizedTest
  @CsvSource({
      "sessions_real_1d.json, 1, acnsim-energy-1d-uncontrolled.json",
      "sessions_real_7d.json, 7, acnsim-energy-7d-uncontrolled.json"})
  void realSessionsWithoutALimitDeliverWhatPowerAndStayAllowAndAcnSimGives(String file, int days, String energies)
      throws Exception {
    JsonNode acnSim = new ObjectMapper().readTree(SharedData.file(energies).toFile()).path("delivered_kwh");
    Summary summary = live(ready("acn-54"), SharedData.file(file), days);
    deliversWhatIsFeasible(SharedData.file(file), summary);
    assertEquals(acnSim.size(), summary.sessions().size(), "sessions of ACN-Sim");
    assertAll(summary.sessions().stream().map(session -> () -> equals(acnSim.path(session.id()).asDouble(), session)));
  }

  @ParameterizedTest
  @CsvSource({"sessions_real_1d.json, 1", "sessions_real_7d.json, 7"})
  void realSessionsUnder50KwDeliverNearlyTheOptimum(String file, int days) throws Exception {
    deliversNearlyTheOptimum(ready("acn-54-50kw"), SharedData.file(file), days, 50);
  }

  /** At 25 kW there is enough for all, only not at once; at 12 kW there is not, and at times the floors do not fit. */
  @ParameterizedTest
  @ValueSource(ints = {25, 12})
  void anOwnDayUnderALimitDeliversNearlyTheOptimum(int limitKw) throws Exception {
    String text = ReadySites.text("acn-54-50kw").replace("max_kw: 50", "max_kw: " + limitKw);
    deliversNearlyTheOptimum(SiteFile.parse("acn-54-limited.yaml", text), OWN_DAY, 1, limitKw);
  }

  private static void deliversWhatIsFeasible(Path file, Summary summary) throws Exception {
    Map<String, Double> feasible = Stay.read(file).stream().collect(Collectors.toMap(Stay::id, Stay::feasibleKwh));
    within(UNLIMITED_SHORTFALL, feasible.values().stream().mapToDouble(Double::doubleValue).sum(), delivered(summary));
    assertEquals(feasible.size(), summary.sessions().stream().filter(session -> session.departed() != null).count(), "departed");
    assertAll(summary.sessions().stream().map(session -> () -> equals(feasible.getOrDefault(session.id(), 0.0), session)));
  }

  private static void equals(double kwh, Summary.Session session) {
    assertEquals(kwh, session.deliveredKwh(), UNLIMITED_SHORTFALL * kwh + SESSION_ROUNDING_KWH, () -> "kWh of " + session);
  }

  private static void deliversNearlyTheOptimum(Site site, Path file, int days, double limitKw) throws Exception {
    Summary summary = live(site, file, days);
    within(LIMITED_SHORTFALL, Optimum.kwh(Stay.read(file), limitKw), delivered(summary));
  }

  private static void within(double shortfall, double most, double delivered) {
    String figures = String.format(Locale.ROOT, "%.2f of %.2f kWh delivered", delivered, most);
    assertTrue(delivered >= (1 - shortfall) * most, () -> figures + ": too little");
    assertTrue(delivered <= most + ROUNDING_KWH, () -> figures + ": more than possible");
  }

  private static double delivered(Summary summary) {
    return summary.sessions().stream().mapToDouble(Summary.Session::deliveredKwh).sum();
  }

  private static Summary live(Site site, Path file, int days) throws Exception {
    BenchPlan plan = BenchPlan.of(site);
    SiteArrivals coming = SiteArrivals.of(site, file.toString(), new Seed(plan.seed()), plan.start());
    plan = plan.startingAt(coming.start()).arrivals(coming.plan());
    Summary summary = Simulation.run(plan, plan.start() + days * Micros.DAY, share -> {});
    assertEquals(0, summary.invariants().broken(), "broken invariants");
    return summary;
  }

  private static Site ready(String name) throws Exception {
    return ReadySites.load(name);
  }
}
