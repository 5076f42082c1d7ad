package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A station that sends rubbish to {@code parkbench gateway}, down to broken WebSocket frames, gets the right CALLERROR or a
 * closed socket, and another station on the same gateway is served all the while (R-SEC-3).
 */
class BadInputTest {
  private static final int BATCHES = 120;
  private static final int BATCH = 100;
  private static final int BROKEN = 250;
  private static final int FIN = 0x80;
  private static final int MAXIMUM_BYTES = 128 * 1024;
  private static final Pattern PORT = Pattern.compile("ws://[^:]+:(\\d+)/IDENTITY");
  private static final String START = "{\"connectorId\":1,\"idTag\":\"card\",\"meterStart\":0,\"timestamp\":\"2027-01-15T08:00:00Z\"}";
  private static final String STATUS = "{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Available\"}";

  /** A call that must be refused, and how. */
  private record Bad(String error, String action, String payload) {}

  private static final List<Bad> CALLS = List.of(
      new Bad("NotImplemented", "LaunchRocket", "{}"),
      new Bad("NotSupported", "Reset", "{\"type\":\"Hard\"}"),
      new Bad("ProtocolError", "StartTransaction", START.replace("\"meterStart\":0,", "")),
      new Bad("ProtocolError", "BootNotification", "{}"),
      new Bad("TypeConstraintViolation", "StartTransaction", START.replace("\"card\"", "7")),
      new Bad("TypeConstraintViolation", "StartTransaction", START.replace(":0", ":null")),
      new Bad("TypeConstraintViolation", "MeterValues", "{\"connectorId\":1,\"meterValue\":{}}"),
      new Bad("PropertyConstraintViolation", "StartTransaction", START.replace("card", "x".repeat(21))),
      new Bad("PropertyConstraintViolation", "StartTransaction", START.replace("2027-01", "2027-13")),
      new Bad("PropertyConstraintViolation", "StatusNotification", STATUS.replace("Available", "Asleep")),
      new Bad("FormationViolation", "StartTransaction", START.replace("{", "{\"colour\":\"red\",")),
      new Bad("FormationViolation", "Heartbeat", "[]"),
      new Bad("OccurenceConstraintViolation", "MeterValues", "{\"connectorId\":1,\"meterValue\":[]}"));

  private final Chance chance = new Seed(20_261).fork("bad input");
  @TempDir private Path folder;
  private Path recording;
  private Program gateway;
  private int port;
  private RawStation good;
  private int heartbeats;
  private int frames;

  @BeforeEach
  void startGateway() throws Exception {
    recording = folder.resolve("run.jsonl.zst");
    gateway = Program.parkbench(
        "gateway", "--site", "residential", "--ocpp-port", "0", "--quiet", "--record", recording.toString());
    port = Integer.parseInt(gateway.await(PORT));
    good = RawStation.connect(port, "res-01");
    good.text("[2,\"boot\",\"BootNotification\",{\"chargePointVendor\":\"Good\",\"chargePointModel\":\"One\"}]");
    assertTrue(good.hear().text().contains("\"Accepted\""));
  }

  @AfterEach
  void stopGateway() throws Exception {
    good.close();
    gateway.close();
  }

  @Test
  void badFramesAreRefusedAndTheOthersAreServed() throws Exception {
    badCallsAndRubbish();
    brokenFrames();
    assertTrue(frames >= 10_000, "frames sent: " + frames);
    assertServed();
    assertTrue(gateway.isRunning());
    gateway.interrupt();
    assertFalse(gateway.text().contains("Exception"), gateway::text);
    assertTrue(RecordingLines.of(recording) > 10_000, "every line of the recording can be read");
  }

  /** The answers come in the order of the calls; what is no call gets none and does no harm. */
  private void badCallsAndRubbish() throws IOException {
    try (RawStation bad = RawStation.connect(port, "res-02")) {
      for (int batch = 0; batch < BATCHES; batch++) {
        ArrayDeque<String> expected = new ArrayDeque<>();
        for (int n = 0; n < BATCH; n++) {
          frames++;
          if (chance.happens(0.5)) {
            Bad call = CALLS.get((int) chance.between(0, CALLS.size() - 1));
            String id = "f" + frames;
            bad.text("[2,\"" + id + "\",\"" + call.action() + "\"," + call.payload() + "]");
            expected.add("[4,\"" + id + "\",\"" + call.error() + "\",");
          } else if (chance.happens(0.1)) {
            bad.text("[2,\"cut " + frames + "\",\"Heartbeat\",{}");
            expected.add("[4,\"cut " + frames + "\",\"FormationViolation\",\"no JSON");
          } else {
            bad.text(rubbish());
          }
        }
        assertServed();
        for (String answer : expected) {
          String heard = nextAnswer(bad);
          assertTrue(heard.startsWith(answer), () -> heard + " should begin " + answer);
        }
      }
    }
  }

  /** Passes over the gateway's own calls, which the bad station leaves without an answer. */
  private static String nextAnswer(RawStation station) throws IOException {
    RawStation.Heard heard = station.hear();
    while (heard.text().startsWith("[2,")) {
      heard = station.hear();
    }
    assertFalse(heard.isEnd(), "the socket was closed with " + heard.closeCode());
    return heard.text();
  }

  /** Each of these costs the station its socket, which it may open again at once. */
  private void brokenFrames() throws IOException {
    for (int n = 0; n < BROKEN; n++) {
      frames++;
      breakOnce((int) chance.between(0, 12));
      if (n % 10 == 0) {
        assertServed();
      }
    }
  }

  private void breakOnce(int kind) throws IOException {
    switch (kind) {
      case 0 -> ends(1009, bad -> bad.text("x".repeat(MAXIMUM_BYTES + 1)));
      case 1 ->
          ends(1009, bad -> bad.text("[2,\"1\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"" + "x".repeat(300_000) + "\"}]"));
      case 2 -> ends(1003, bad -> bad.frame(FIN | RawStation.BINARY, true, random(50)));
      case 3 -> ends(1007, bad -> bad.frame(FIN | RawStation.TEXT, true, new byte[] {'[', (byte) 0xc3, '('}));
      case 4 -> ends(1002, bad -> bad.frame(FIN | 0x40 | RawStation.TEXT, true, random(20)));
      case 5 -> ends(1002, bad -> bad.frame(FIN | (int) chance.between(3, 7), true, random(20)));
      case 6 -> ends(1002, bad -> bad.frame(FIN | RawStation.PING, true, random(126)));
      case 7 -> ends(1002, bad -> bad.frame(RawStation.PING, true, random(5)));
      case 8 -> ends(1002, bad -> bad.frame(FIN, true, random(5)));
      case 9 -> ends(1009, bad -> bad.raw(new byte[] {(byte) 0x81, (byte) 0xff, 0x3f, 0, 0, 0, 0, 0, 0, 0}));
      case 10 -> disappears(bad -> bad.raw(new byte[] {(byte) 0x81, (byte) 0xfe, 0x10, 0, 1, 2, 3, 4, '['}));
      case 11 -> refused(RawStation.handshake("res-02", "ocpp9.9"));
      default -> refused("\u0016\u0003\u0001 no HTTP at all\r\n\r\n");
    }
  }

  /** What a bad station does to its socket. */
  private interface Deed {
    void to(RawStation station) throws IOException;
  }

  private void ends(int closeCode, Deed deed) throws IOException {
    try (RawStation bad = RawStation.connect(port, "res-02")) {
      deed.to(bad);
      RawStation.Heard heard = bad.hear();
      while (!heard.isEnd()) {
        heard = bad.hear();
      }
      assertTrue(heard.closeCode() == closeCode || heard.closeCode() == 0,
          "closed with " + heard.closeCode() + ", not " + closeCode);
    }
  }

  private void disappears(Deed deed) throws IOException {
    try (RawStation bad = RawStation.connect(port, "res-02")) {
      deed.to(bad);
    }
  }

  private void refused(String request) throws IOException {
    try (RawStation bad = RawStation.saying(port, request)) {
      String status = bad.line();
      assertTrue(status.isEmpty() || status.matches("HTTP/1.1 4\\d\\d .*"), status);
    }
  }

  private void assertServed() throws IOException {
    String id = "h" + ++heartbeats;
    good.text("[2,\"" + id + "\",\"Heartbeat\",{}]");
    String answer = nextAnswer(good);
    assertTrue(answer.startsWith("[3,\"" + id + "\",{\"currentTime\":"), answer);
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) chance.between(0, 255);
    }
    return bytes;
  }

  /** What is no call at all: cut short, blown up, or random. */
  private String rubbish() {
    return switch ((int) chance.between(0, 9)) {
      case 0 -> "";
      case 1 -> "[2,7,\"Heartbeat\",{}]";
      case 2 -> "[9,\"a\",{}]";
      case 3 -> "[3,\"never-asked\",{}]";
      case 4 -> "{\"action\":\"Heartbeat\"}";
      case 5 -> "[".repeat((int) chance.between(1, 2_000));
      case 6 -> "[4,\"never-asked\",\"GenericError\",\"\",{}]";
      case 7 -> "[9," + "[".repeat(995) + "]".repeat(996);
      case 8 -> "[" + "9".repeat((int) chance.between(1, 3_000)) + "]";
      default -> new String(random((int) chance.between(1, 200)), StandardCharsets.ISO_8859_1);
    };
  }
}
