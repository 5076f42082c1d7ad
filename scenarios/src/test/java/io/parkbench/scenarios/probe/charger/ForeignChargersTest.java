package io.parkbench.scenarios.probe.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.protocol.make.StationMake;
import io.parkbench.protocol.make.StationMakeFile;
import io.parkbench.rigs.Recorder;
import io.parkbench.scenarios.probe.Battery;
import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import io.parkbench.scenarios.probe.Verdict;
import io.parkbench.scenarios.probe.page.SheetPage;
import io.parkbench.wire.LiveNet;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * R-RIG-3: chargers that nobody here wrote, each a process of its own, probe to model files that read sensibly. Those of npm are looked
 * for where {@code .ci/run} puts them; where they or Node.js are missing their tests are skipped.
 */
@Execution(ExecutionMode.CONCURRENT)
@RealWorld("other people's programs, on the wall clock")
class ForeignChargersTest {
  private static final Path MODULES = Path.of("../target/chargers/node_modules").toAbsolutePath().normalize();
  private static final Path DRIVERS = Path.of("src/test/resources/chargers");

  /** What takes seconds by the wall clock: the rest is more of the same. */
  private static final List<
      String> SMART = List.of("Coming up", "Links and frames", "Configuration", "Clock", "Which profiles it takes",
          "setpoint-followed", "apply-time", "zero-pauses", "duration", "composite", "phase-names", "start-once", "stop-once");
  private static final List<String> PLAIN = List.of("Coming up", "Links and frames", "Configuration", "session", "profile-forms",
      "profile-gate", "setpoint-followed", "start-once", "stop-once");

  /** The same without cutting the link, for chargers that do not come back by themselves. */
  private static final List<
      String> GENTLE = List.of("Coming up", "link-stays", "ping", "reply-times", "unknown-action", "broken-call",
          "frames-valid", "keys-readable", "keys-complete", "unknown-key", "change-kept", "triggers", "session", "profile-gate",
          "setpoint-followed", "start-once", "stop-once");

  /** What a battery of one charger came to. */
  private record Probed(Sheet sheet, StationMake make, double seconds) {
    Verdict verdict(String probe) {
      return sheet.results().stream().filter(result -> result.id().equals(probe)).findFirst().orElseThrow().verdict();
    }

    String words() {
      StringBuilder words = new StringBuilder(sheet.device()).append(", ").append(seconds).append(" s");
      for (Result result : sheet.results()) {
        words.append("\n  ").append(result.id()).append(": ").append(result.verdict().words()).append(", ")
            .append(result.finding().quirks()).append(' ').append(result.finding().sentence());
      }
      return words.toString();
    }
  }

  private static Probed probe(String identity, List<String> command, List<String> probes) throws IOException, InterruptedException {
    WallClock time = new WallClock();
    try (LiveNet net = new LiveNet(time, new Seed(1), Recorder.hashOnly(), 1 << 20)) {
      ChargerUnderTest under = new ChargerUnderTest(time, net, identity, Plug.nobody(), Pace.BRIEF);
      int port = net.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Path folder = Files.createDirectories(Path.of("target/foreign"));
      Process charger = new ProcessBuilder(command.stream().map(part -> part.replace("PORT", Integer.toString(port))).toList())
          .redirectErrorStream(true).redirectOutput(folder.resolve(identity + ".log").toFile()).start();
      try {
        assertTrue(under.connects(20 * Micros.SECOND),
            () -> identity + " did not connect; see target/foreign/" + identity + ".log");
        long begun = time.now();
        List<Result> results = ChargerBattery.battery().only(probes).run(under, false, Battery.Listener.none());
        double seconds = (time.now() - begun) / (double) Micros.SECOND;
        Sheet sheet = ChargerSheet.of(under, identity, results, "");
        String file = StationMakeFile.write(ChargerSheet.make(under, identity, sheet));
        Files.writeString(folder.resolve(identity + ".json"), file);
        SheetPage.write(folder.resolve(identity + ".html"), sheet, identity + ".json");
        Probed probed = new Probed(sheet, StationMakeFile.read(identity + ".json", file), seconds);
        Files.writeString(folder.resolve(identity + ".txt"), probed.words());
        return probed;
      } finally {
        charger.destroyForcibly();
        charger.waitFor(5, TimeUnit.SECONDS);
      }
    }
  }

  private static void assumeInstalled(String charger) {
    assumeTrue(onPath("node"), "Node.js is not installed: its chargers are not probed");
    assumeTrue(Files.isDirectory(MODULES.resolve(charger)),
        () -> MODULES + "/" + charger + " is missing: .ci/run says how to install it");
  }

  private static List<String> node(String driver, String identity) {
    assumeInstalled(driver);
    return List.of("env", "NODE_PATH=" + MODULES, "node", DRIVERS.resolve(driver + ".js").toString(), "ws://127.0.0.1:PORT/",
        identity);
  }

  private static boolean onPath(String program) {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** A whole charger: no BootNotification, a session by remote start, samples that are not of OCPP 1.6, no limits. */
  @Test
  void chargerSimulator() throws IOException, InterruptedException {
    Probed probed = probe("charger-simulator", node("charger-simulator", "charger-simulator"), GENTLE);
    assertEquals(Verdict.SOUND, probed.verdict("subprotocol"), probed::words);
    assertEquals(Verdict.QUIRK, probed.verdict("frames-valid"), probed::words);
    ChargerModels.of(probed.make(), 230);
  }

  /** A whole charger, by its own command line: boots, tells its status and its heartbeat, and does not come back when the link is cut. */
  @Test
  void ocppWsCli() throws IOException, InterruptedException {
    assumeInstalled("ocpp-ws-cli");
    Probed probed = probe("ocpp-ws-cli", List.of("node", MODULES.resolve("ocpp-ws-cli/dist/index.js").toString(), "simulate",
        "--endpoint", "ws://127.0.0.1:PORT", "--identity", "ocpp-ws-cli", "--protocol", "ocpp1.6", "--id-tag", "CARD-1", "--report",
        "json", "--report-dir", "target/foreign"), GENTLE);
    assertEquals("OCPP-WS-IO CLI", probed.make().vendor());
    assertEquals(Verdict.SOUND, probed.verdict("soft-reset"), probed::words);
    assertEquals(Verdict.SOUND, probed.verdict("session"), probed::words);
    assertEquals(Verdict.QUIRK, probed.verdict("profile-gate"), probed::words);
    ChargerModels.of(probed.make(), 230);
  }

  @Test
  void ocppRpc() throws IOException, InterruptedException {
    Probed probed = probe("ocpp-rpc", node("ocpp-rpc", "ocpp-rpc"), SMART);
    assertEquals("npm", probed.make().vendor());
    assertEquals("ocpp-rpc", probed.make().model());
    assertEquals(Verdict.SOUND, probed.verdict("setpoint-followed"), probed::words);
    assertEquals(Verdict.SOUND, probed.verdict("unknown-action"), probed::words);
  }

  @Test
  void ocppTs() throws IOException, InterruptedException {
    Probed probed = probe("ocpp-ts", node("ocpp-ts", "ocpp-ts"), PLAIN);
    assertEquals("ocpp-ts", probed.make().model());
    assertTrue(probed.make().quirks().contains("no-smartcharging"), probed::words);
    ChargerModels.of(probed.make(), 230);
  }
}
