package io.parkbench.scenarios.gate;

import java.util.Locale;

/** Figures as the gate tells them. */
final class Words {
  private Words() {}

  /** Without needless digits: {@code 5}, {@code 0.5}, {@code 97.31}. */
  static String number(double value) {
    return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0$", "");
  }

  static String seconds(double value) {
    return number(value) + " s";
  }

  /** A share of 1 as a percentage. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
