package io.parkbench.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** What a strict peer told: its lines as JSON. */
final class Told {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> lines;

  Told(Program peer) {
    lines = peer.lines().stream().map(Told::parse).toList();
  }

  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("the peer said what is no JSON: " + line, e);
    }
  }

  /** All that it held against the other end. */
  List<String> complaints() {
    return with("complaint").map(JsonNode::toString).toList();
  }

  /** The answers to its calls of an action. */
  List<JsonNode> answers(String action) {
    return with("answered").filter(line -> line.path("answered").asText().equals(action)).map(line -> line.path("conf")).toList();
  }

  /** The calls of an action that it heard. */
  List<JsonNode> heard(String action) {
    return with("heard").filter(line -> line.path("heard").asText().equals(action)).map(line -> line.path("params")).toList();
  }

  /** The one line that has this field. */
  JsonNode the(String field) {
    return with(field).findFirst().orElseThrow(() -> new AssertionError("no '" + field + "' in " + lines));
  }

  private Stream<JsonNode> with(String field) {
    return lines.stream().filter(line -> line.has(field));
  }
}
