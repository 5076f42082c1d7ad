package io.parkbench.scenarios.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.Action;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a recording in words: {@code ↑ CP-1 Heartbeat {}} for a call, {@code ↓ CP-1 Heartbeat answered {…}} for its answer. What is
 * no proper frame is shown as it is, and nothing that is shown can steer the terminal.
 */
final class FrameWords {
  private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final List<String> ACTIONS = Arrays.stream(Action.values()).map(Enum::name).toList();
  private static final int LONGEST = 4_000;
  /** Calls whose answer is to come; a peer that never gets one must not fill the memory. */
  private static final int CALLS_MAX = 1_000;

  private final String up;
  private final String down;
  private final Map<String, String> calls = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > CALLS_MAX;
    }
  };

  /** @param charset of the terminal; where it has no arrows, ^ and v stand for them */
  FrameWords(Charset charset) {
    boolean arrows = charset.newEncoder().canEncode("↑↓");
    up = arrows ? "↑" : "^";
    down = arrows ? "↓" : "v";
  }

  /** What the signs mean, for the first line of a log. */
  String legend() {
    return up + " from the station, " + down + " to the station; times are UTC";
  }

  /** The time of day, UTC. */
  static String time(long instant) {
    return TIME.format(Micros.toInstant(instant));
  }

  /** @param json the line's fields as a JSON object */
  String of(String kind, String json) {
    String words;
    try {
      words = said(kind, JSON.readTree(json));
    } catch (JsonProcessingException e) {
      words = null;
    }
    return harmless(words == null ? kind + " " + json : words);
  }

  private @Nullable String said(String kind, JsonNode line) {
    return switch (kind) {
      case "frame" -> frame(line);
      case "lost" -> frame(line) + "  (lost: " + text(line, "why") + ")";
      case "link" -> link(line);
      case "zone" -> "zone " + text(line, "z") + " may carry " + amps(line.path("limit"))
          + (line.path("kw").isNumber() ? " and " + text(line, "kw") + " kW" : "") + " (" + text(line, "by") + ")";
      case "leased" -> "zone " + text(line, "z") + " has given out " + amps(line.path("a"));
      case "reading" -> "meter " + text(line, "meter") + " shows " + amps(line.path("a"))
          + (line.path("trusted").asBoolean() ? "" : ", not trusted") + (line.has("why") ? " (" + text(line, "why") + ")" : "");
      case "pin" -> text(line, "pin") + (line.has("why") ? " cannot be read (" + text(line, "why") + ")"
          : line.path("level").asInt() == 1 ? " is high" : " is low");
      case "input" -> "input " + text(line, "input") + (line.path("active").asBoolean() ? " is active" : " is inactive")
          + ", its source " + text(line, "source");
      case "setpoint" -> socket(line) + " gets " + text(line, "a") + " A: " + text(line.path("why"), "text");
      case "session" -> socket(line) + " " + session(line) + ", meter " + text(line, "wh") + " Wh";
      default -> null;
    };
  }

  private String frame(JsonNode line) {
    boolean fromStation = text(line, "d").equals("up");
    String start = (fromStation ? up : down) + " " + text(line, "l") + " ";
    JsonNode frame = line.path("f");
    String caller = text(line, "l") + (fromStation ? " up " : " down ") + text(frame, 1);
    String called = text(line, "l") + (fromStation ? " down " : " up ") + text(frame, 1);
    if (line.has("p")) {
      return start + text(line, "p");
    } else if (line.has("x")) {
      return start + "no OCPP frame: " + line.path("x");
    } else if (isCall(frame)) {
      calls.put(caller, text(frame, 2));
      return start + text(frame, 2) + " " + frame.path(3);
    } else if (isAnswer(frame)) {
      String action = calls.remove(called);
      if (action != null) {
        return start + action + (frame.path(0).asInt() == 3 ? " answered " + frame.path(2) : " refused: " + reason(frame));
      }
    }
    return start + frame;
  }

  private static boolean isCall(JsonNode frame) {
    return frame.size() == 4 && type(frame) == 2 && frame.path(1).isTextual() && ACTIONS.contains(text(frame, 2))
        && frame.path(3).isObject();
  }

  private static boolean isAnswer(JsonNode frame) {
    return frame.path(1).isTextual()
        && (type(frame) == 3 && frame.size() == 3 && frame.path(2).isObject()
            || type(frame) == 4 && frame.size() == 5 && frame.path(2).isTextual() && frame.path(3).isTextual());
  }

  private static int type(JsonNode frame) {
    return frame.path(0).isInt() ? frame.path(0).intValue() : 0;
  }

  private static String reason(JsonNode frame) {
    String description = text(frame, 3);
    return text(frame, 2) + (description.isEmpty() ? "" : ", " + description);
  }

  private static String link(JsonNode line) {
    String why = line.path("why").asText();
    String code = text(line, "code");
    return text(line, "l") + switch (text(line, "e")) {
      case "open" -> " connected";
      case "close" -> " disconnected, close code " + code;
      case "cut" -> " disconnected without a goodbye";
      case "refused" -> code.equals("0") ? " gets no connection" : " refused with HTTP status " + code;
      default -> " " + text(line, "e") + " " + code;
    } + (why.isEmpty() ? "" : ": " + why);
  }

  private static String session(JsonNode line) {
    String transaction = line.has("tx") ? " transaction " + text(line, "tx") : "";
    return switch (text(line, "e")) {
      case "plugged" -> "car plugged in";
      case "unplugged" -> "car unplugged";
      case "start" -> "begins" + (transaction.isEmpty() ? " a transaction" : transaction);
      case "stop" -> "ends" + (transaction.isEmpty() ? " its transaction" : transaction);
      default -> text(line, "e");
    };
  }

  private static String socket(JsonNode line) {
    return text(line, "station") + "/" + text(line, "connector");
  }

  private static String amps(JsonNode phases) {
    List<String> amps = phases.valueStream().map(JsonNode::asText).toList();
    return amps.stream().distinct().count() == 1 ? amps.getFirst() + " A on each phase"
        : amps.stream().collect(Collectors.joining(", ")) + " A on phases 1 to 3";
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static String text(JsonNode node, int index) {
    return node.path(index).asText();
  }

  /** Without what could move the cursor, change colours or turn the reading direction, and not endless. */
  static String harmless(String text) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST) + 40);
    text.codePoints().limit(LONGEST).forEach(c -> {
      switch (Character.getType(c)) {
        case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
            shown.append(String.format(Locale.ROOT, "\\u%04x", c));
        default -> shown.appendCodePoint(c);
      }
    });
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST ? shown.toString() : shown + "… (" + length + " characters)";
  }
}
