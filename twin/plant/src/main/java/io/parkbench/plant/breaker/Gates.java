package io.parkbench.plant.breaker;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The gates through which a gG fuse's curve goes, IEC 60269-1 table 3, A.
 *
 * @param min10 melts in no less than 10 s
 * @param max5 melts within 5 s
 * @param minTenth melts in no less than 0.1 s
 * @param maxTenth melts within 0.1 s
 */
record Gates(double rating, double min10, double max5, double minTenth, double maxTenth) {
  private static final List<Gates> ALL = rows(
      "16 33 65 85 150", "20 42 85 110 200", "25 52 110 150 260", "32 75 150 200 350", "40 95 190 260 450",
      "50 125 250 350 610", "63 160 320 450 820", "80 215 425 610 1100", "100 290 580 820 1450", "125 355 715 1100 1910",
      "160 460 950 1450 2590", "200 610 1250 1910 3420", "250 750 1650 2590 4500", "315 1050 2200 3420 6000",
      "400 1420 2840 4500 8060", "500 1780 3800 6000 10600", "630 2200 5100 8060 14140", "800 3060 7000 10600 19000",
      "1000 4000 9500 14140 24000", "1250 5000 13000 19000 35000");

  private static List<Gates> rows(String... rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray())
        .map(n -> new Gates(n[0], n[1], n[2], n[3], n[4]))
        .toList();
  }

  /** Every rating of the table. */
  static List<Gates> all() {
    return ALL;
  }

  /** A rating that is not in the table fails with {@link IllegalArgumentException}. */
  static Gates of(double rating) {
    return ALL.stream().filter(gates -> gates.rating == rating).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "gG fuses are rated " + ALL.stream().map(gates -> Device.text(gates.rating)).collect(Collectors.joining(", ")) + " A, not "
            + Device.text(rating)));
  }
}
