package io.parkbench.gateway.protection;

import java.util.ArrayList;
import java.util.List;

/** What a cold gG fuse carries for 10 s without melting, by its rating: Imin (10 s) of IEC 60269-1, table 3. */
final class FuseGates {
  /** Rating and Imin, A. */
  private static final int[][] TABLE = {
      {16, 33}, {20, 42}, {25, 52}, {32, 75}, {40, 95}, {50, 125}, {63, 160}, {80, 215}, {100, 290}, {125, 355}, {160, 460},
      {200, 610}, {250, 750}, {315, 1_050}, {400, 1_420}, {500, 1_780}, {630, 2_200}, {800, 3_060}, {1_000, 4_000}, {1_250, 5_000}};

  private FuseGates() {}

  static List<Integer> ratings() {
    List<Integer> ratings = new ArrayList<>();
    for (int[] row : TABLE) {
      ratings.add(row[0]);
    }
    return List.copyOf(ratings);
  }

  /** For a rating of the table; another fails with {@link IllegalArgumentException}. */
  static double carriedForTenSeconds(double rating) {
    for (int[] row : TABLE) {
      if (row[0] == rating) {
        return row[1];
      }
    }
    throw new IllegalArgumentException("no gG fuse is rated " + rating + " A");
  }
}
