package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parkbench gateway} in one terminal, {@code parkbench charger} in another: what their users see. */
class TwoTerminalsTest {
  private static final Pattern PORT = Pattern.compile("ws://[^:]+:(\\d+)/IDENTITY");
  /** The exit code after SIGTERM; after Ctrl-C it is 130. */
  private static final int TERMINATED = 143;

  private static final String SITE = """
      name: Yard
      licence: ESS
      time_zone: Europe/Paris
      settings: {unknown_stations: refuse}
      zones:
        - {id: yard, name: Yard, max_a: 10, auth: all}
      stations:
        - {id: CP-1, name: Bay 1, model: generic-ac, max_a: 16, zone: yard}
      """;

  @TempDir private Path folder;

  @Test
  void aCarChargesAtWhatTheGatewayGivesAndBothSayGoodbye() throws Exception {
    Path recording = folder.resolve("run.jsonl.zst");
    try (Program gateway = gateway("--record", recording.toString())) {
      String url = "ws://127.0.0.1:" + gateway.await(PORT);
      try (Program charger = Program.parkbench("charger", "--url", url, "--id", "CP-1", "--plug-in", "compact-11kw")) {
        gateway.await("the setpoint", line -> line.contains("CP-1/1 gets 10 A: "));
        gateway.await("the answer to the profile",
            line -> line.contains("↑ CP-1 SetChargingProfile answered {\"status\":\"Accepted\"}"));
        charger.await("the draw", line -> line.endsWith("CP-1/1 draws 10.0 A on 3 conductors"));
        assertEquals(TERMINATED, charger.interrupt());
        assertTrue(charger.lines().getLast().endsWith("goodbye"), charger::text);
        gateway.await("the station's goodbye", line -> line.contains("CP-1 disconnected, close code 1001"));
        assertEquals(TERMINATED, gateway.interrupt());
        assertTrue(gateway.lines().getLast().endsWith("goodbye"), gateway::text);
        assertTrue(RecordingLines.of(recording) > 20, "the recording is whole");
      }
    }
  }

  @Test
  void aChargerThatIsNotLetInSaysWhyAndDialsAgain() throws Exception {
    try (Program gateway = gateway()) {
      String url = "ws://127.0.0.1:" + gateway.await(PORT);
      try (Program charger = Program.parkbench("charger", "--url", url, "--id", "nobody", "--quiet")) {
        charger.await("why", line -> line.contains("nobody refused with HTTP status 404"));
        gateway.await("why", line -> line.contains("nobody: refused: not a station of this site"));
        gateway.interrupt();
        charger.await("that nobody answers", line -> line.contains("nobody gets no connection: "));
      }
    }
  }

  @Test
  void whatCannotBeMeantEndsWithTwo() throws Exception {
    assertRefused("no charger model is called 'rocket'; there are", "--model", "rocket");
    assertRefused("no car is called 'bicycle'; there are", "--plug-in", "bicycle");
    assertRefused("no spaces", "--id", "a b");
    assertRefused("not a ws://host:port/path URL: http://localhost:1", "--url", "http://localhost:1");
  }

  private static void assertRefused(String why, String option, String value) throws Exception {
    String url = option.equals("--url") ? value : "ws://localhost:1";
    String id = option.equals("--id") ? value : "CP-1";
    boolean other = option.equals("--model") || option.equals("--plug-in");
    try (Program charger = other ? Program.parkbench("charger", "--url", url, "--id", id, option, value)
        : Program.parkbench("charger", "--url", url, "--id", id)) {
      assertEquals(2, charger.awaitEnd());
      assertTrue(charger.text().contains(why), charger::text);
    }
  }

  private Program gateway(String... more) throws Exception {
    Path site = Files.writeString(folder.resolve("yard.yaml"), SITE);
    String[] arguments = new String[5 + more.length];
    String[] first = {"gateway", "--site", site.toString(), "--ocpp-port", "0"};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(more, 0, arguments, first.length, more.length);
    return Program.parkbench(arguments);
  }
}
