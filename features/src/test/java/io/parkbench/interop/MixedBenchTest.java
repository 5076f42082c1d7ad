package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Recording;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.ReadySites;
import io.parkbench.rigs.file.RigFile;
import io.parkbench.rigs.file.RigReader;
import io.parkbench.rigs.hardware.Bindings;
import io.parkbench.rigs.hardware.Hardware;
import io.parkbench.rigs.hardware.People;
import io.parkbench.scenarios.runner.HardwareRun;
import io.parkbench.scenarios.runner.ScenarioRun;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A charger and a meter in processes of their own and a file as contact, among 20 simulated stations (R-RIG-1, R-RIG-5, R-BENCH-2). */
@Tag("wall-clock")
@Execution(ExecutionMode.CONCURRENT)
@RealWorld("processes of their own, by the wall clock")
class MixedBenchTest {
  private static final Path FEATURES = Path.of(System.getProperty("parkbench.root", ".."), "features", "rig");
  private static final Pattern DRIVER = Pattern.compile("lines of JSON at localhost:(\\d+)");
  private static final Pattern REFERENCE = Pattern.compile("reference meter is at localhost:(\\d+)");
  private static final Pattern METER = Pattern.compile("is asked at 127.0.0.1:(\\d+)");
  private static final long PATIENCE = 40 * Micros.SECOND;

  @TempDir private Path folder;

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private static int free() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Program charger(int port) throws Exception {
    return Program.parkbench("charger", "--url", "ws://127.0.0.1:" + port + "/", "--id", "EXT-1", "--driver-port", "0",
        "--reference-port", "0");
  }

  private Bindings bindings(int port, Program charger, Program meter) throws Exception {
    String reference = charger.await(REFERENCE);
    String driver = charger.await(DRIVER);
    Path contact = folder.resolve("contact");
    Files.writeString(contact, "0\n");
    RigFile rig = RigReader.parse("mixed.yaml", String.format(Locale.ROOT, """
        ocpp: {port: %d}
        patience: 60 s
        stations:
          - station: cp-1
            identity: EXT-1
            max_a: 32
            ev: {tcp: "127.0.0.1:%s"}
            reference: {model: PM5320, ip: 127.0.0.1, port: %s}
        meters: [{meter: meter-hall, ip: 127.0.0.1, port: %s, unit: 3}]
        inputs: [{input: 1, source: {file: "%s"}, driver: write}]
        """, port, driver, reference, meter.await(METER), contact));
    return new Bindings(rig, People.NOBODY, told::add);
  }

  private record Ran(List<String> plan, List<ScenarioVerdict> verdicts, RunFolder left) {}

  /** The scenarios with these tags, of which {@code able} can run on the rig and pass. */
  private Ran run(String tags, int able) throws Exception {
    int port = free();
    try (Program charger = charger(port);
        Program meter = Program.parkbench("meter", "--model", "PM5320", "--host", "127.0.0.1", "--port", "0", "--unit", "3",
            "--currents", "6,7,8")) {
      Bindings bindings = bindings(port, charger, meter);
      List<String> plan = new ArrayList<>();
      HardwareRun run = new HardwareRun(List.of(FEATURES.toString()), tags, 1, folder.resolve("run"), bindings, "mixed.yaml");
      ScenarioRun.Outcome outcome = run.run(Map.of(), (verdict, done, all) -> {}, id -> Recording.NONE, plan::add);
      List<ScenarioVerdict> verdicts = outcome.verdicts().scenarios();
      assertEquals(able, outcome.verdicts().count(Status.PASSED), () -> verdicts + "\n" + told + "\n" + charger.text());
      return new Ran(plan, verdicts, new RunFolder(folder.resolve("run")));
    }
  }

  @Test
  void sheddingAndAContactPassAndWhatTheRigCannotIsNotRun() throws Exception {
    Ran ran = run("@R-ALLOC-4 or @R-DI-2 or @R-PLANT-3", 2);
    assertTrue(ran.plan().getFirst().startsWith("2 of 3 scenarios can run on this rig, and take about "), ran.plan()::toString);
    ScenarioVerdict notRun = ran.verdicts().stream().filter(one -> one.status() == Status.SKIPPED).findFirst().orElseThrow();
    assertEquals(
        "not run: charger cp-1 (EXT-1) is real, and only a simulated one does that (\"And cp-1 loses power\")", notRun.message());
    assertEquals("hardware", Objects.requireNonNull(ran.left().run()).rig());
    assertTrue(String.valueOf(ran.left().run().bindings()).contains("station cp-1 is EXT-1, at most 32.0 A"));
  }

  @Test
  void aLostStationAndATariffPass() throws Exception {
    run("@R-DEG-1 or @R-TOU-1", 2);
  }

  @Test
  void pullingTheChargersPlugIsSurvivedAndTold() throws Exception {
    int port = free();
    try (Program charger = charger(port);
        Program meter = Program.parkbench("meter", "--model", "PM5320", "--host", "127.0.0.1", "--port", "0", "--unit", "3")) {
      Bindings bindings = bindings(port, charger, meter);
      try (Bench bench = Bench.open(BenchPlan.of(ReadySites.load("mixed-bench")), bindings)) {
        Hardware hardware = Objects.requireNonNull(bench.hardware());
        assertTrue(bench.time().runUntil(() -> hardware.isConnected("cp-1")
            && !Double.isNaN(hardware.amps("cp-1")) && presence(bench, "v-20") == Presence.CONNECTED,
            bench.time().now() + PATIENCE), told::toString);
        assertEquals(20, bench.plant().stations().size());
        charger.close();
        assertTrue(bench.time().runUntil(() -> presence(bench, "cp-1") == Presence.LOST && told.size() >= 3,
            bench.time().now() + PATIENCE), told::toString);
        assertFalse(hardware.isConnected("cp-1"));
        assertTrue(told.stream().anyMatch(line -> line.startsWith("cp-1: disconnected: close code 1006")), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.startsWith("cp-1: lost: its driver")), told::toString);
        assertEquals(Presence.CONNECTED, presence(bench, "v-20"));
        assertEquals(0, bench.plant().checker().broken());
      }
    }
  }

  private static Presence presence(Bench bench, String station) {
    return bench.gateway().view().stations().stream().filter(one -> one.id().equals(station)).findFirst().orElseThrow().presence();
  }
}
