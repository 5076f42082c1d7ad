package io.parkbench.gateway.site;

import java.math.BigDecimal;
import java.time.Duration;

/** Writes quantities for messages, in the units of the file. */
final class Show {
  private Show() {}

  /** A current, {@code 250 A} or {@code 6.5 A}. */
  static String amps(int da) {
    return plain(da / 10.0) + " A";
  }

  /** A power, {@code 7.4 kW}. */
  static String kilowatts(int watts) {
    return plain(watts / 1000.0) + " kW";
  }

  /** A number without needless zeros. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** A length of time in the largest unit that divides it. */
  static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 3_600_000 == 0 && millis > 0) {
      return millis / 3_600_000 + " h";
    }
    if (millis % 60_000 == 0 && millis > 0) {
      return millis / 60_000 + " min";
    }
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
