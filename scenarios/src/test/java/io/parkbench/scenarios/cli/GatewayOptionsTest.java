package io.parkbench.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.rigs.outside.Docker;
import io.parkbench.scenarios.central.PlainCentral;
import io.parkbench.wire.LiveNet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code run --gateway} says where it cannot do what it is told (R-BENCH-4). */
class GatewayOptionsTest {
  @TempDir private Path folder;

  private final StringWriter said = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Parkbench.commandLine();
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    String[] all = new String[arguments.length + 3];
    all[0] = "run";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--out";
    all[all.length - 1] = folder.resolve("run").toString();
    return line.execute(all);
  }

  private String feature(String... steps) throws IOException {
    return Files.writeString(folder.resolve("one.feature"), """
        Feature: One
          @R-ALLOC-2 @realtime
          Scenario: One
            Given a zone main of 32 A
            And the stations
              | id |
              | a  |
            %s
        """.replace("%s", String.join("\n    ", steps))).toString();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "--gateway war:x | --gateway is jar:FILE, image:NAME or url:ws://HOST:PORT/",
      "--gateway jar:none.jar | no such jar: none.jar",
      "--gateway url:ws://127.0.0.1:9/ --jobs 3 | one gateway cannot take 3 scenarios at once",
      "--gateway url:ws://127.0.0.1:9/ --rig memory | --gateway goes by the wall clock",
      "--gateway url:ws://127.0.0.1:9/ --policy none | --policy is of the built-in gateway",
      "--gateway url:ws://127.0.0.1:9/ --gateway-api http://x | --gateway-api is https://HOST[:PORT]",
      "--gateway url:ws://127.0.0.1:9/ --gateway-api https://x | needs --gateway-user and --gateway-password-file",
      "--gateway url:ws://127.0.0.1:9/ --gateway-user anton | are for --gateway-api",
      "--gateway-user anton | are for --gateway url:",
      "--jobs 0 | at least one scenario runs at once"})
  void whatDoesNotGoTogetherIsRefused(String arguments, String words) throws IOException {
    String feature = feature("And a sedan-22kw plugs in at a");
    assertEquals(2, run((feature + " " + arguments).split(" ")), said.toString());
    assertTrue(said.toString().contains(words), said.toString());
  }

  @Test
  void anImageNeedsDocker() throws IOException {
    assumeFalse(Docker.answers(), "Docker is there");
    assertEquals(2, run(feature("And a sedan-22kw plugs in at a"), "--gateway", "image:parkbench"), said.toString());
    assertTrue(said.toString().contains("needs Docker, and no engine answers"), said.toString());
  }

  @Test
  void whereNobodyAnswersTheScenarioSaysSo() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertEquals(
        1, run(feature("And a sedan-22kw plugs in at a"), "--gateway", "url:ws://127.0.0.1:" + free + "/"), said.toString());
    assertTrue(said.toString().contains("nobody answers at ws://127.0.0.1:" + free + "/"), said.toString());
  }

  @Test
  void aStepThatLooksInsideFailsInWords() throws Exception {
    WallClock time = new WallClock();
    LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, 100_000);
    net.listen(new PlainCentral(time, Set.of(), Set.of()));
    int port = net.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread central = Thread.ofPlatform().name("plain-central").start(() -> time.runUntil(() -> false, Long.MAX_VALUE));
    try {
      String feature = feature("When a sedan-22kw plugs in at a", "Then now the gateway explains a by \"full\"");
      assertEquals(1, run(feature, "--gateway", "url:ws://127.0.0.1:" + port + "/"), said.toString());
      assertTrue(said.toString().contains("this step looks inside the gateway; one that runs on its own shows OCPP"),
          said.toString());
    } finally {
      time.post(time::close);
      central.join();
      net.close();
    }
  }
}
