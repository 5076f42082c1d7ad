package io.parkbench.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.reports.Status;
import io.parkbench.reports.Verdicts;
import io.parkbench.rigs.Rig;
import io.parkbench.scenarios.runner.ScenarioRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is tagged for it holds by the wall clock too (R-BENCH-2); side by side, as it mostly waits. */
@Tag("wall-clock")
class WallClockTest {
  private static final Path FEATURES = Path.of(System.getProperty("parkbench.root", ".."), "features");
  private static final int JOBS = 24;

  @TempDir private Path folder;

  @Test
  void whatIsTaggedRealtimePassesByTheWallClock() throws Exception {
    ScenarioRun run = new ScenarioRun(
        List.of(FEATURES.toString()), "@realtime", Rig.REALTIME, 1, LeasePolicy.LEASES, folder.resolve("run"), null, JOBS);
    Verdicts verdicts = run.run(Map.of(), (verdict, done, all) -> {}).verdicts();
    assertEquals(
        List.of(), verdicts.scenarios().stream().filter(verdict -> verdict.status() != Status.PASSED)
            .map(verdict -> verdict.message() + "\nrepeat: " + verdict.repeat()).toList());
    assertTrue(verdicts.scenarios().size() >= 30, () -> verdicts.scenarios().size() + " scenarios");
  }
}
