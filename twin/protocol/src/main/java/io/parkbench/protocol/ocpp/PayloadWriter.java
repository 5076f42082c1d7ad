package io.parkbench.protocol.ocpp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON without line breaks or blanks, properties in the order in which they are given. Reused from frame to frame. */
final class PayloadWriter {
  private static final double EXACT = 1e15;

  private final StringBuilder out = new StringBuilder(512);

  PayloadWriter raw(char c) {
    out.append(c);
    return this;
  }

  PayloadWriter raw(String json) {
    out.append(json);
    return this;
  }

  void text(String text) {
    out.append('"');
    int length = text.length();
    int done = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(text, done, i);
      done = i + 1;
      escape(c);
    }
    out.append(text, done, length).append('"');
  }

  /** Quotes, control characters, and halves of surrogate pairs, which UTF-8 cannot carry. */
  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 0xf, 16));
        }
      }
    }
  }

  void integer(int number) {
    out.append(number);
  }

  /** A number with at most one decimal, written with exactly one. */
  void tenths(double number) {
    if (Math.abs(number) >= EXACT) {
      out.append(number);
      return;
    }
    long tenths = Math.round(Math.abs(number) * 10);
    if (number < 0) {
      out.append('-');
    }
    out.append(tenths / 10).append('.').append((char) ('0' + tenths % 10));
  }

  /** A property that comes after others, if it is there. */
  void optional(String commaAndName, @Nullable Wire word) {
    if (word != null) {
      out.append(commaAndName);
      word(word);
    }
  }

  void flag(boolean value) {
    out.append(value);
  }

  void time(Instant time) {
    out.append('"');
    Timestamps.append(out, time);
    out.append('"');
  }

  void word(Wire word) {
    out.append('"').append(word.wire()).append('"');
  }

  <T> void list(List<T> list, PayloadCodec<T> element) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      element.write(list.get(i), this);
    }
    out.append(']');
  }

  /** What has been written since the last call of this. */
  String take() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  /** Forgets what has been written. */
  void reset() {
    out.setLength(0);
  }
}
