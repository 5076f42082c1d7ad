package io.parkbench.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.Verdicts;
import io.parkbench.rigs.Rig;
import io.parkbench.scenarios.runner.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** All scenarios hold in virtual time, in memory and over sockets, and a run is told by its seed alone (R-BENCH-2, R-BENCH-3). */
class FeaturesTest {
  private static final Path FEATURES = Path.of(System.getProperty("parkbench.root", ".."), "features");

  @TempDir static Path folder;

  private static Verdicts memory;
  private static FutureTask<Verdicts> loopback;
  private static Process otherProcess;

  /** All runs at once: they share nothing. */
  @BeforeAll
  static void begin() throws Exception {
    loopback = begin(Rig.LOOPBACK, null, "loopback");
    otherProcess = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
        "io.parkbench.scenarios.cli.Parkbench", "run", FEATURES.toString(), "--out",
        folder.resolve("other-process").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("other-process.log").toFile())
        .start();
    memory = run(Rig.MEMORY, 1, null, "memory");
  }

  @AfterAll
  static void end() {
    otherProcess.destroy();
  }

  private static FutureTask<Verdicts> begin(Rig rig, @Nullable String tags, String out) {
    FutureTask<Verdicts> task = new FutureTask<>(() -> run(rig, 1, tags, out));
    Thread.ofPlatform().name("features-" + out).daemon().start(task);
    return task;
  }

  private static Verdicts run(Rig rig, long seed, @Nullable String tags, String out) throws Exception {
    ScenarioRun run = new ScenarioRun(
        List.of(FEATURES.toString()), tags, rig, seed, LeasePolicy.LEASES, folder.resolve(out), null, rig == Rig.LOOPBACK ? 2 : 1);
    return run.run(Map.of(), (verdict, done, all) -> {}).verdicts();
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioPassesInMemory() {
    return memory.scenarios().stream().map(verdict -> dynamicTest(verdict.name(), () -> assertPassed(verdict)));
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioPassesOverSocketsWithTheSameRecording() throws Exception {
    Map<String, ScenarioVerdict> inMemory = byId(memory);
    return loopback.get().scenarios().stream()
        .map(verdict -> dynamicTest(verdict.name(), () -> {
          assertPassed(verdict);
          assertEquals(Objects.requireNonNull(inMemory.get(verdict.id())).hash(), verdict.hash(), "hash of the recording");
        }));
  }

  @Test
  void anotherProcessMakesTheSameRecordings() throws Exception {
    assertEquals(0, otherProcess.waitFor(), () -> read(folder.resolve("other-process.log")));
    Verdicts other = Objects.requireNonNull(new RunFolder(folder.resolve("other-process")).verdicts());
    assertEquals(hashes(memory), hashes(other));
  }

  @Test
  void anotherSeedMakesOtherRecordings() throws Exception {
    Map<String, @Nullable String> other = hashes(run(Rig.MEMORY, 2, "@R-ALLOC-2", "other-seed"));
    assertFalse(other.isEmpty());
    other.forEach((id, hash) -> assertNotEquals(hashes(memory).get(id), hash, id));
  }

  @Test
  void theFolderHasWhatToolsWant() {
    for (String file : List.of("run.json", "verdicts.json", "junit.xml", "messages.ndjson", "report.html")) {
      assertTrue(Files.isRegularFile(folder.resolve("memory").resolve(file)), file);
    }
  }

  @Test
  void everyScenarioProvesARequirement() {
    assertTrue(memory.scenarios().size() >= 30, () -> memory.scenarios().size() + " scenarios");
    memory.scenarios().forEach(verdict -> assertFalse(verdict.requirements().isEmpty(), () -> verdict.id() + " proves nothing"));
  }

  @Test
  void aScenarioIsAtMostSixteenStepsLong() {
    memory.scenarios().forEach(verdict -> assertTrue(verdict.steps().size() <= 16, verdict.id()));
  }

  private static void assertPassed(ScenarioVerdict verdict) {
    if (verdict.status() != Status.PASSED) {
      fail(verdict.message() + "\nrepeat: " + verdict.repeat());
    }
  }

  private static Map<String, ScenarioVerdict> byId(Verdicts verdicts) {
    Map<String, ScenarioVerdict> map = new LinkedHashMap<>();
    verdicts.scenarios().forEach(verdict -> map.put(verdict.id(), verdict));
    assertEquals(verdicts.scenarios().size(), map.size(), "an id is used twice");
    return map;
  }

  private static Map<String, @Nullable String> hashes(Verdicts verdicts) {
    Map<String, @Nullable String> map = new LinkedHashMap<>();
    verdicts.scenarios().forEach(verdict -> map.put(verdict.id(), verdict.hash()));
    return map;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
