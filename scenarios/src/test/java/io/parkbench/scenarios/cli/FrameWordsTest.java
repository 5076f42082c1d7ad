package io.parkbench.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameWordsTest {
  private final FrameWords words = new FrameWords(StandardCharsets.UTF_8);

  @Test
  void anAnswerNamesWhatItAnswers() {
    assertEquals("↑ CP-1 Heartbeat {}", up("[2,\"7\",\"Heartbeat\",{}]"));
    assertEquals("↓ CP-1 Reset {\"type\":\"Soft\"}", down("[2,\"7\",\"Reset\",{\"type\":\"Soft\"}]"));
    assertEquals("↑ CP-1 Reset answered {\"status\":\"Accepted\"}", up("[3,\"7\",{\"status\":\"Accepted\"}]"));
    assertEquals("↓ CP-1 Heartbeat refused: NotSupported, not here", down("[4,\"7\",\"NotSupported\",\"not here\",{}]"));
  }

  @Test
  void whatIsNoProperFrameIsShownAsItIs() {
    assertEquals("↓ CP-1 [3,\"never asked\",{}]", down("[3,\"never asked\",{}]"));
    assertEquals("↑ CP-1 [2,\"1\",\"LaunchRocket\",{}]", up("[2,\"1\",\"LaunchRocket\",{}]"));
    assertEquals("↑ CP-1 {\"a\":1.50}", up("{\"a\":1.50}"));
    assertEquals("↑ CP-1 no OCPP frame: \"[2\"", words.of("frame", "{\"l\":\"CP-1\",\"d\":\"up\",\"x\":\"[2\"}"));
    assertEquals("other {\"a\":1}", words.of("other", "{\"a\":1}"));
  }

  @Test
  void nothingSteersTheTerminal() {
    assertEquals("↑ CP-1 [\"\\u009b31m\\u202e\"]", up("[\"\u009b31m\u202e\"]"));
    String endless = up("[\"" + "x".repeat(10_000) + "\"]");
    assertTrue(endless.length() < 4_100 && endless.endsWith("x… (10011 characters)"), endless);
  }

  @Test
  void linksLimitsAndSetpointsAreSaidInWords() {
    assertEquals("CP-1 connected", words.of("link", "{\"l\":\"CP-1\",\"e\":\"open\",\"code\":101}"));
    assertEquals(
        "CP-1 gets no connection: Connection refused",
        words.of("link", "{\"l\":\"CP-1\",\"e\":\"refused\",\"code\":0,\"why\":\"Connection refused\"}"));
    assertEquals(
        "zone main may carry 63 A on each phase and 40 kW (maximum)",
        words.of("zone", "{\"z\":\"main\",\"limit\":[63,63,63],\"kw\":40,\"by\":\"maximum\"}"));
    assertEquals("zone main has given out 16, 0, 0 A on phases 1 to 3", words.of("leased", "{\"z\":\"main\",\"a\":[16,0,0]}"));
    assertEquals("meter m shows 40 A on each phase, not trusted (frozen)",
        words.of("reading", "{\"meter\":\"m\",\"a\":[40,40,40],\"trusted\":false,\"why\":\"frozen\"}"));
    assertEquals("input-1 is high", words.of("pin", "{\"pin\":\"input-1\",\"level\":1}"));
    assertEquals("input-1 is low", words.of("pin", "{\"pin\":\"input-1\",\"level\":0}"));
    assertEquals("input-1 cannot be read (its wire is cut: mend it)",
        words.of("pin", "{\"pin\":\"input-1\",\"e\":\"lost\",\"why\":\"its wire is cut: mend it\"}"));
    assertEquals("input 1 is active, its source lost", words.of("input", "{\"input\":1,\"active\":true,\"source\":\"lost\"}"));
    assertEquals(
        "CP-1/2 gets 13.5 A: It shares.",
        words.of("setpoint", "{\"station\":\"CP-1\",\"connector\":2,\"tx\":1,\"a\":13.5,\"why\":{\"text\":\"It shares.\"}}"));
    assertEquals(
        "CP-1/2 begins transaction 9, meter 10 Wh",
        words.of("session", "{\"e\":\"start\",\"station\":\"CP-1\",\"connector\":2,\"tx\":9,\"wh\":10}"));
  }

  @Test
  void aTerminalWithoutArrowsGetsOthers() {
    assertEquals("v CP-1 ping",
        new FrameWords(StandardCharsets.US_ASCII).of("frame", "{\"l\":\"CP-1\",\"d\":\"down\",\"p\":\"ping\"}"));
  }

  private String up(String frame) {
    return words.of("frame", "{\"l\":\"CP-1\",\"d\":\"up\",\"s\":1,\"f\":" + frame + "}");
  }

  private String down(String frame) {
    return words.of("frame", "{\"l\":\"CP-1\",\"d\":\"down\",\"s\":1,\"f\":" + frame + "}");
  }
}
