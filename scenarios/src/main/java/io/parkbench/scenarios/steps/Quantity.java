package io.parkbench.scenarios.steps;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.kernel.Micros;
import java.util.Locale;

/** Amounts with their units, as scenarios write them. */
final class Quantity {
  private Quantity() {}

  /** The number before the unit in {@code 8.2 A}, {@code 17 kW}, {@code 9 kWh}. */
  static double number(String text) {
    return Double.parseDouble(text.substring(0, text.indexOf(' ')));
  }

  /** The length of {@code 90 s}, {@code 15 min}, {@code 2 h} or {@code 500 ms}, µs. */
  static long micros(String text) {
    long unit = switch (text.substring(text.indexOf(' ') + 1)) {
      case "ms" -> Micros.MILLISECOND;
      case "s" -> Micros.SECOND;
      case "min" -> Micros.MINUTE;
      case "h" -> Micros.HOUR;
      default -> throw new IllegalArgumentException("no length of time: " + text);
    };
    return Math.round(number(text) * unit);
  }

  /** {@code 8.2 A}, with as many decimals as are needed, three at most. */
  static String amps(double amps) {
    return plain(amps) + " A";
  }

  /** {@code 8.2 A} where all phases have the same, else {@code 8.2, 6, 0 A}. */
  static String amps(PerPhase da) {
    boolean same = da.l1Da() == da.l2Da() && da.l2Da() == da.l3Da();
    return same ? amps(da.l1Da() / 10.0) : plain(da.l1Da() / 10.0) + ", " + plain(da.l2Da() / 10.0) + ", " + amps(da.l3Da() / 10.0);
  }

  static String plain(double number) {
    return String.format(Locale.ROOT, "%.3f", number).replaceAll("\\.?0+$", "");
  }

  /** {@code 1 h 2 min 3.5 s}. */
  static String duration(long micros) {
    long hours = micros / Micros.HOUR;
    long minutes = micros % Micros.HOUR / Micros.MINUTE;
    String seconds = plain(micros % Micros.MINUTE / (double) Micros.SECOND) + " s";
    return (hours > 0 ? hours + " h " : "") + (hours + minutes > 0 ? minutes + " min " : "") + seconds;
  }
}
