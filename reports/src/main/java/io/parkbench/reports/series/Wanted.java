package io.parkbench.reports.series;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Frame;
import io.parkbench.kernel.FrameFields;
import io.parkbench.kernel.Recording;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Which lines have anything to tell, seen as early as can be: of a simulation's lines nine in ten have not. */
final class Wanted {
  private static final Set<String> KINDS = Set.of(
      "zone", "leased", "current", "load", "breaker", "trip", "breach", "bems-log", "setpoint", "draw", "session", "reading", "pin",
      "input", "link", "fault", "bems", "request", "restart");
  private static final String STATUS = "\"StatusNotification\"";
  private static final String SAMPLES = "\"MeterValues\"";
  private static final String CONNECTOR = "\"connectorId\":";
  private static final byte[] FRAME = ascii("\"k\":\"frame\"");
  private static final byte[] LOST = ascii("\"k\":\"lost\"");
  private static final byte[] STATUS_BYTES = ascii(STATUS);
  private static final byte[] SAMPLES_BYTES = ascii(SAMPLES);

  /** The type, the longest id that OCPP knows (36), and the action. */
  private static final int ACTION_WITHIN = 80;

  private static final int KIND_WITHIN = 40;

  private final SampleGate samples = new SampleGate();

  /** On the loop, before the line is written. */
  boolean wants(long instant, String kind, Recording.Fields fields) {
    return fields instanceof FrameFields frame ? wants(instant, frame) : KINDS.contains(kind);
  }

  private boolean wants(long instant, FrameFields fields) {
    if (fields.direction() != Direction.UP || fields.frame().opcode() != Frame.Opcode.TEXT || fields.raw()) {
      return false;
    }
    String text = fields.frame().text();
    int within = Math.min(text.length(), ACTION_WITHIN);
    if (text.indexOf(SAMPLES, 0, within) < 0) {
      return text.indexOf(STATUS, 0, within) >= 0;
    }
    int connector = text.indexOf(CONNECTOR) + CONNECTOR.length();
    int end = connector;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    // Where the number cannot be seen from here the decoder decides.
    return connector < CONNECTOR.length() || end == connector
        || samples.passes(fields.identity(), text.substring(connector, end), instant);
  }

  /** A line of a file: whether it is worth reading. */
  static boolean mayWant(byte[] text, int from, int to) {
    int head = Math.min(to, from + KIND_WITHIN);
    if (isWithin(FRAME, text, from, head)) {
      return isWithin(STATUS_BYTES, text, from, to) || isWithin(SAMPLES_BYTES, text, from, to);
    }
    return !isWithin(LOST, text, from, head);
  }

  private static boolean isWithin(byte[] word, byte[] text, int from, int to) {
    for (int i = from; i <= to - word.length; i++) {
      int same = 0;
      while (same < word.length && text[i + same] == word[same]) {
        same++;
      }
      if (same == word.length) {
        return true;
      }
    }
    return false;
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }
}
