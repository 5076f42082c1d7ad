package io.parkbench.reports.trace;

import java.util.Locale;

/** Amperes as people read them. */
public final class Amps {
  private Amps() {}

  /** At most two decimals, none that are zero: {@code 63}, {@code 7.5}, {@code 16.25}. */
  public static String text(double amps) {
    String fixed = String.format(Locale.ROOT, "%.2f", amps);
    int end = fixed.length();
    while (fixed.charAt(end - 1) == '0') {
      end--;
    }
    return fixed.substring(0, fixed.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
