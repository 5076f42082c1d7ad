package io.parkbench.gateway.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the running number into the texts of an entry that stands for many stations: {@code {n}}, or {@code {n:03}} with leading zeros. */
final class Series {
  private static final Pattern NUMBER = Pattern.compile("\\{n(?::0([1-9]))?\\}");

  private Series() {}

  static boolean counts(String text) {
    return NUMBER.matcher(text).find();
  }

  static String fill(String text, int number) {
    return NUMBER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(padded(number, m.group(1))));
  }

  private static String padded(int number, @Nullable String width) {
    String digits = Integer.toString(number);
    return width == null ? digits : "0".repeat(Math.max(0, Integer.parseInt(width) - digits.length())) + digits;
  }
}
