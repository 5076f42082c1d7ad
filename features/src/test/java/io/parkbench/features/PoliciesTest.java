package io.parkbench.features;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.reports.Comparison;
import io.parkbench.reports.Comparison.Scenario;
import io.parkbench.reports.Comparison.Totals;
import io.parkbench.scenarios.runner.PolicyComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases keep every limit where what others count for lost stations does not (R-LEASE-2). */
class PoliciesTest {
  private static final Path FEATURES = Path.of(System.getProperty("parkbench.root", ".."), "features");
  private static final String PEERS = FEATURES.resolve("lease").resolve("peers.feature").toString();

  @TempDir Path folder;

  private Comparison compared(String features, @Nullable String tags, String out) throws Exception {
    PolicyComparison.Outcome outcome = new PolicyComparison(List.of(features), tags, 1, folder.resolve(out)).run(Map.of(),
        (verdict, done, all) -> {});
    assertEquals(List.of(), outcome.failures());
    assertTrue(Files.readString(outcome.report()).contains("subtract-degraded"));
    return outcome.comparison();
  }

  @Test
  void whereStationsAreLostOnlyLeasesBreakNoLimit() throws Exception {
    Comparison comparison = compared(FEATURES.toString(), PolicyComparison.TAGS, "all");
    assertTrue(comparison.scenarios().size() >= 30, () -> comparison.scenarios().size() + " scenarios");
    List<Totals> totals = comparison.totals();
    assertEquals(List.of("leases", "subtract-degraded", "subtract-nothing", "none"), comparison.policies());
    assertAll(comparison.scenarios().stream().map(
        scenario -> () -> assertEquals(0, scenario.outcomes().getFirst().inBreachesAs(), scenario.name())));
    assertEquals(0, totals.getFirst().breached());
    totals.stream().skip(1).forEach(other -> assertTrue(other.inBreachesAs() > 0, other::policy));
  }

  @Test
  void inWhatWasMadeForItEveryOtherPolicyOverloadsEveryTime() throws Exception {
    for (Scenario scenario : compared(PEERS, null, "peers").scenarios()) {
      List<Double> breaches = scenario.outcomes().stream().map(Comparison.Outcome::inBreachesAs).toList();
      assertEquals(0, breaches.getFirst(), scenario.name());
      assertAll(
          Stream.of(1, 2, 3).map(other -> () -> assertTrue(breaches.get(other) > 0, () -> scenario.name() + ": " + breaches)));
    }
  }

  @Test
  void aComparisonRepeatsToTheAmpereSecond() throws Exception {
    assertEquals(compared(PEERS, null, "one"), compared(PEERS, null, "other"));
  }
}
