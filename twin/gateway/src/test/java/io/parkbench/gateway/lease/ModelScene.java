package io.parkbench.gateway.lease;

import java.util.ArrayList;
import java.util.List;

/**
 * What the model lets happen: how much of each kind, and what the allocation may decide. Currents in 0.1 A.
 *
 * @param limitDa the hard limit of the one zone
 * @param reducedDa what it is after a cut
 * @param decisions how often the allocation may decide anew
 * @param cuts how often the limit may be cut
 * @param losses how often a link may break
 * @param delays in how many ticks something may still be under way at the end, at most two
 * @param secondIdle whether the second station starts idle, with a base at which a car may start unasked
 * @param splits what the first and the second may be given under the full limit
 * @param reducedSplits likewise under the reduced one
 */
record ModelScene(
    String name,
    int limitDa,
    int reducedDa,
    int decisions,
    int cuts,
    int losses,
    int delays,
    boolean secondIdle,
    List<int[]> splits,
    List<int[]> reducedSplits) {

  static final ModelScene PROMPT = new ModelScene(
      "nothing is late", 300, 200, 3, 0, 0, 0, false, pairs(300, 0, 100, 200, 0, 300), pairs());
  static final ModelScene LATE = new ModelScene(
      "words and answers are late", 300, 200, 2, 0, 0, 2, false, pairs(300, 0, 100, 200), pairs());
  static final ModelScene ONE_LOST = new ModelScene(
      "a link breaks", 300, 200, 1, 0, 1, 1, false, pairs(300, 0, 100, 200), pairs());
  static final ModelScene BOTH_LOST = new ModelScene(
      "both links break", 300, 200, 0, 0, 2, 0, false, pairs(200, 100), pairs());
  static final ModelScene CAR_ARRIVES = new ModelScene(
      "a car arrives", 300, 200, 1, 0, 1, 0, true, pairs(300, 0, 100, 200), pairs());
  static final ModelScene LIMIT_CUT = new ModelScene(
      "a cut of the limit", 300, 200, 0, 1, 1, 0, false, pairs(300, 0), pairs(200, 0, 0, 200));

  private static List<int[]> pairs(int... values) {
    List<int[]> list = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      list.add(new int[] {values[i], values[i + 1]});
    }
    return List.copyOf(list);
  }

  /** Whether every word arrives in time, so that no lease may run out. */
  boolean prompt() {
    return delays == 0 && losses == 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
