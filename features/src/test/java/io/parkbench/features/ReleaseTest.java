package io.parkbench.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.reports.LoadManagement;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.Verdicts;
import io.parkbench.rigs.Rig;
import io.parkbench.rigs.outside.GatewayChoice;
import io.parkbench.scenarios.central.PlainCentral;
import io.parkbench.scenarios.runner.ScenarioRun;
import io.parkbench.wire.LiveNet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The gateway under test as a release, and the suite's power to tell one that manages no load (R-BENCH-4). */
@Tag("wall-clock")
@Execution(ExecutionMode.CONCURRENT)
class ReleaseTest {
  private static final Path ROOT = Path.of(System.getProperty("parkbench.root", ".."));
  private static final Path SUITE = ROOT.resolve("features/release");
  private static final Path JAR = ROOT.resolve("release/target/parkbench-gateway.jar");
  private static final int FRAME_BYTES_MAX = 128 * 1024;

  @TempDir private Path folder;

  private ScenarioRun.Outcome run(String tags, GatewayChoice gateway, int jobs) throws Exception {
    ScenarioRun run = new ScenarioRun(
        List.of(SUITE.toString()), tags, Rig.REALTIME, 1, LeasePolicy.LEASES, folder.resolve("run"), gateway, jobs);
    return run.run(Map.of(), (verdict, done, all) -> {});
  }

  /** All of them are a command of the README; these are the ones that take least. */
  @Test
  void aJarInItsOwnProcessPasses() throws Exception {
    assumeTrue(Files.exists(JAR), "the gateway's jar is built by the phase package: " + JAR);
    Verdicts verdicts = run("@short", GatewayChoice.named("jar:" + JAR, null), 4).verdicts();
    assertEquals(List.of(), failures(verdicts, verdict -> verdict.status() != Status.PASSED));
    assertTrue(verdicts.scenarios().size() >= 5, () -> verdicts.scenarios().size() + " scenarios");
    String versions = new RunFolder(folder.resolve("run")).run().versions().toString();
    assertTrue(versions.contains("parkbench-gateway.jar 0.1.0-SNAPSHOT (SHA-256 "), versions);
    for (ScenarioVerdict verdict : verdicts.scenarios()) {
      assertTrue(Files.exists(folder.resolve("run/gateway").resolve(verdict.id()).resolve("output.log")), verdict.id());
    }
  }

  /** Exactly what is about load management fails, each scenario of it; what needs the API is not judged; the rest passes. */
  @Test
  void aCentralSystemWithoutLoadManagementFailsExactlyThere() throws Exception {
    WallClock time = new WallClock();
    LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX);
    net.listen(new PlainCentral(time, Set.of("stranger"), Set.of("BLOCKED")));
    int port = net.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread central = Thread.ofPlatform().name("plain-central").start(() -> time.runUntil(() -> false, Long.MAX_VALUE));
    try {
      ScenarioRun.Outcome outcome = run("@realtime", GatewayChoice.named("url:ws://127.0.0.1:" + port + "/{scenario}/", null), 24);
      Verdicts verdicts = outcome.verdicts();
      assertEquals(List.of(), failures(verdicts, verdict -> verdict.status() != expected(verdict)));
      assertEquals(
          List.of(), failures(verdicts, verdict -> verdict.status() == Status.SKIPPED
              && !Objects.requireNonNullElse(verdict.message(), "").startsWith("not judged: it asks the gateway's REST API")));
      String finding = String.valueOf(verdicts.finding());
      assertTrue(finding.startsWith("Load management: 0 of "), finding);
      assertTrue(finding.endsWith(" This gateway speaks OCPP 1.6J and does not manage load."), finding);
      assertTrue(Files.readString(outcome.report()).contains(finding), "the report says so");
      assertTrue(Files.readString(folder.resolve("run/verdicts.json")).contains(finding), "verdicts.json says so");
    } finally {
      time.post(time::close);
      central.join();
      net.close();
    }
  }

  private static Status expected(ScenarioVerdict verdict) {
    return verdict.tags().contains("@api") ? Status.SKIPPED
        : verdict.requirements().stream().anyMatch(LoadManagement::isAbout) ? Status.FAILED : Status.PASSED;
  }

  private static List<String> failures(Verdicts verdicts, Predicate<ScenarioVerdict> which) {
    return verdicts.scenarios().stream().filter(which)
        .map(verdict -> verdict.id() + " " + verdict.name() + " " + verdict.status() + ": " + verdict.message())
        .collect(Collectors.toList());
  }
}
