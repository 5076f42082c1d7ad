package io.parkbench.rigs.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway's process is heard, and what is wrong with it is said in words (R-BENCH-4). */
class GatewayProcessTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String FINGERPRINT = "AB:".repeat(31) + "AB";

  @TempDir private Path folder;

  private GatewayProcess shell(String script) {
    return GatewayProcess.start(List.of("sh", "-c", script), folder.resolve("output.log"));
  }

  @Test
  void itIsReadyOnceItHasSaidWhereItIs() throws IOException {
    try (GatewayProcess process = shell("""
        echo 'the API is at https://localhost:8443/api/v2, with a page to try it at /api/docs'
        echo 'its certificate has the SHA-256 fingerprint %s'
        echo 'make one by POST /api/v2/login/first-run with the code ABCD-EFGH-JKMN-PQRS, which is good until 2026'
        echo 'gateway of Office: stations dial ws://127.0.0.1:8887/IDENTITY; Ctrl-C ends it'
        exec sleep 60""".formatted(FINGERPRINT))) {
      assertEquals(new Spoken.Ready(8887, 8443, FINGERPRINT, "ABCD-EFGH-JKMN-PQRS"), process.await(LONG));
      assertTrue(process.isAlive());
      process.close();
      assertFalse(process.isAlive());
    }
    assertTrue(Files.readString(folder.resolve("output.log")).contains("stations dial"));
  }

  @Test
  void oneThatEndsAtOnceIsToldWithItsExitCodeAndItsLastWords() {
    try (GatewayProcess process = shell("echo 'parkbench: the port 8887 is taken'; exit 2")) {
      String message = String.valueOf(assertThrows(GatewayException.class, () -> process.await(LONG)).getMessage());
      assertTrue(message.contains("ended before it was ready, with exit code 2"), message);
      assertTrue(message.contains("the port 8887 is taken") && message.contains("output.log"), message);
    }
  }

  @Test
  void oneThatSaysNothingIsNotWaitedForForEver() {
    try (GatewayProcess process = shell("exec sleep 60")) {
      String message = String.valueOf(
          assertThrows(GatewayException.class, () -> process.await(Duration.ofMillis(200))).getMessage());
      assertTrue(message.contains("has not said the port that stations dial within"), message);
      assertTrue(message.contains("it said nothing at all"), message);
    }
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    String message = String.valueOf(assertThrows(
        GatewayException.class, () -> GatewayProcess.start(List.of("no-such-program-here"), folder.resolve("log"))).getMessage());
    assertTrue(message.contains("cannot be started") && message.contains("no-such-program-here"), message);
  }

  @Test
  void aContainerSeesTheFolderAndTheBenchesNetwork() {
    assertEquals(
        List.of("docker", "run", "--rm", "--name", "parkbench-x-1", "--network", "host", "--volume", "/runs/x:/runs/x:ro",
            "parkbench:latest", "gateway", "--site", "/runs/x/site.yaml", "--bind", "127.0.0.1", "--ocpp-port", "0", "--api-port",
            "0",
            "--state", "/tmp/parkbench-state"),
        Commands.image("parkbench:latest", Path.of("/runs/x"), "parkbench-x-1"));
  }

  @Test
  void aJarRunsOnTheBenchesJava() {
    List<String> command = Commands.jar(Path.of("/java"), Path.of("/g.jar"), Path.of("/runs/x"));
    assertEquals("/java", command.getFirst());
    assertEquals(
        List.of("-jar", "/g.jar", "--site", "/runs/x/site.yaml"),
        command.subList(command.indexOf("-jar"), command.indexOf("-jar") + 4));
  }
}
