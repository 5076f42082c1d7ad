package io.parkbench.plant.fault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 10 min}, {@code 1h 30min}, {@code 200ms}, or ISO 8601. */
final class Span {
  private static final Pattern PART = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*(ms|min|s|m|h|d)");

  private Span() {}

  /** What is no duration fails with {@link IllegalArgumentException}. */
  static Duration parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.matches("-?p.*")) {
      try {
        return Duration.parse(word);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("'" + text + "' is no duration; write 90s, 10 min or PT10M", e);
      }
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(word);
    int end = 0;
    while (part.find() && word.substring(end, part.start()).isBlank()) {
      sum = sum.plusMillis(Math.round(Double.parseDouble(part.group(1)) * millis(part.group(2))));
      end = part.end();
    }
    if (end == 0 || end < word.length()) {
      throw new IllegalArgumentException("'" + text + "' is no duration; write 90s, 10 min or PT10M");
    }
    return sum;
  }

  private static double millis(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "min", "m" -> 60_000;
      case "h" -> 3_600_000;
      default -> 86_400_000;
    };
  }
}
