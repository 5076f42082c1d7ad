package io.parkbench.reports.page;

import io.parkbench.reports.trace.Amps;
import java.util.Locale;

/** Numbers as people read them. */
final class Words {
  private Words() {}

  /** A length of time in its two largest units, e.g. {@code 3 h 20 min}; below a minute {@code 12.5 s}. */
  static String duration(double seconds) {
    if (seconds < 60) {
      return seconds < 10 ? Amps.text(seconds) + " s" : Math.round(seconds) + " s";
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes < 48 * 60 ? two(minutes / 60, "h", minutes % 60, "min") : two(minutes / 1440, "days", minutes % 1440 / 60, "h");
  }

  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** {@code 1 scenario}, {@code 2 scenarios}. */
  static String count(long number, String noun) {
    return count(number) + ' ' + noun + (number == 1 ? "" : noun.endsWith("ch") ? "es" : "s");
  }

  static String kwh(double kwh) {
    return String.format(Locale.ENGLISH, "%,.1f", kwh);
  }

  private static String two(long large, String unit, long small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
