package io.parkbench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines lines = new JsonLines(bytes);

  @Test
  void aLineIsAnObjectAndTheHashIsOfTheLines() throws Exception {
    lines.line(1, "a", json -> json.writeStringField("x", "y"));
    lines.line(2, "b", json -> {
      json.writeFieldName("f");
      json.writeRawValue("[2,\"1\"]");
    });
    String hash = lines.hash();
    lines.close();
    assertEquals("{\"t\":1,\"k\":\"a\",\"x\":\"y\"}\n{\"t\":2,\"k\":\"b\",\"f\":[2,\"1\"]}\n",
        bytes.toString(StandardCharsets.UTF_8));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    assertEquals(HexFormat.of().formatHex(digest), hash);
  }

  @Test
  void theHashRunsAlong() {
    lines.line(1, "a", json -> {});
    String first = lines.hash();
    assertEquals(first, lines.hash());
    lines.line(2, "a", json -> {});
    assertNotEquals(first, lines.hash());
    assertEquals(2, lines.lines());
  }

  @Test
  void onlyOneValueOnOneLineGoesInAsItIs() {
    assertTrue(JsonLines.isOneValue("[2,\"1\",\"Heartbeat\",{}]"));
    assertFalse(JsonLines.isOneValue("[2,\"1\",\"Heartbeat\",{}"));
    assertFalse(JsonLines.isOneValue("[1] [2]"));
    assertFalse(JsonLines.isOneValue("[1,\n2]"));
    assertFalse(JsonLines.isOneValue(""));
    assertTrue(JsonLines.isOneValue("7"));
    assertFalse(JsonLines.isOneValue("[".repeat(950) + "]".repeat(950)), "too deep for a reader of the line");
    assertFalse(JsonLines.isOneValue("[" + "1".repeat(1_001) + "]"), "too long a number for a reader of the line");
  }
}
