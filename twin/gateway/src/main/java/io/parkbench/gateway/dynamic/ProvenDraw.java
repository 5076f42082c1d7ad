package io.parkbench.gateway.dynamic;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * What the cars are known to draw, by their stations' samples, summed up the tree of zones: per row and supply phase in 0.1 A.
 * <i>Surely</i> counts what can be believed to flow now, rounded down; <i>seen</i> what may still flow, rounded up.
 */
public final class ProvenDraw {
  private static final int PHASES = 3;
  private static final long NEVER = Long.MAX_VALUE;

  private final int[] parent;
  private final long lasts;
  private final int[] sure;
  private final int[] seen;
  private int[] row = new int[0];
  private int[] sureOf = new int[0];
  private int[] seenOf = new int[0];
  private long[] taken = new long[0];

  /** No sample that counts was taken before. */
  private long oldest = NEVER;

  /**
   * @param parent for each row the one above, −1 for a root
   * @param lasts how long a sample shows what flows, µs
   */
  public ProvenDraw(int[] parent, long lasts) {
    this.parent = parent.clone();
    this.lasts = lasts;
    sure = new int[parent.length * PHASES];
    seen = new int[parent.length * PHASES];
  }

  /**
   * A sample of the connector with this order.
   *
   * @param at the row it hangs on
   * @param amps per supply phase, A
   * @param surely how much of that surely flows, 0…1
   * @param takenAt when it was taken, µs
   * @return whether anything is another sum than before
   */
  public boolean sampled(int order, int at, double[] amps, double surely, long takenAt) {
    makeRoom(order);
    row[order] = at;
    taken[order] = takenAt;
    oldest = Math.min(oldest, takenAt);
    boolean changed = false;
    for (int phase = 0; phase < PHASES; phase++) {
      changed |= put(sureOf, sure, order, phase, (int) Math.floor(amps[phase] * surely * 10 + 0.01));
      changed |= put(seenOf, seen, order, phase, (int) Math.ceil(amps[phase] * 10 - 0.01));
    }
    return changed;
  }

  /** The connector cannot be reached: what it was seen to draw may still flow, or not. */
  public void lost(int order) {
    if (order < taken.length) {
      taken[order] = NEVER;
      for (int phase = 0; phase < PHASES; phase++) {
        put(sureOf, sure, order, phase, 0);
      }
    }
  }

  /**
   * However much the connectors whose samples prove nothing any more were seen to draw, no more flows there now than they may.
   *
   * @param mostDa per connector, by its order, what it could be drawing, per phase
   * @return whether anything is another sum than before
   */
  public boolean unproved(IntUnaryOperator mostDa) {
    boolean changed = false;
    for (int order = 0; order < taken.length; order++) {
      if (taken[order] == NEVER && draws(order)) {
        int most = mostDa.applyAsInt(order);
        for (int phase = 0; phase < PHASES; phase++) {
          changed |= put(seenOf, seen, order, phase, Math.min(most, seenOf[order * PHASES + phase]));
        }
      }
    }
    return changed;
  }

  /** Nothing can flow there any more. */
  public void gone(int order) {
    lost(order);
    if (order < taken.length) {
      for (int phase = 0; phase < PHASES; phase++) {
        put(seenOf, seen, order, phase, 0);
      }
    }
  }

  /**
   * Samples that are too old by {@code now} prove nothing any more.
   *
   * @return the order of the first connector whose sample has just become too old while it was seen to draw; −1 if none has
   */
  public int expire(long now) {
    int first = -1;
    if (oldest == NEVER || oldest >= now - lasts) {
      return first;
    }
    oldest = NEVER;
    for (int order = 0; order < taken.length; order++) {
      if (taken[order] != NEVER && taken[order] < now - lasts) {
        first = first < 0 && draws(order) ? order : first;
        lost(order);
      }
      oldest = Math.min(oldest, taken[order]);
    }
    return first;
  }

  /** Whether the last sample of a connector showed a current. */
  public boolean draws(int order) {
    return order < taken.length && (seenOf[order * PHASES] | seenOf[order * PHASES + 1] | seenOf[order * PHASES + 2]) != 0;
  }

  /** What surely flows in a row, three phases, into {@code into}. */
  public void sure(int of, int[] into) {
    System.arraycopy(sure, of * PHASES, into, 0, PHASES);
  }

  /** What may still flow in a row as it was seen last, three phases, into {@code into}. */
  public void seen(int of, int[] into) {
    System.arraycopy(seen, of * PHASES, into, 0, PHASES);
  }

  private boolean put(int[] of, int[] sums, int order, int phase, int da) {
    int difference = da - of[order * PHASES + phase];
    if (difference == 0) {
      return false;
    }
    of[order * PHASES + phase] = da;
    for (int at = row[order]; at >= 0; at = parent[at]) {
      sums[at * PHASES + phase] += difference;
    }
    return true;
  }

  private void makeRoom(int order) {
    if (order >= taken.length) {
      int before = taken.length;
      int size = Math.max(order + 1, 2 * before);
      row = Arrays.copyOf(row, size);
      sureOf = Arrays.copyOf(sureOf, size * PHASES);
      seenOf = Arrays.copyOf(seenOf, size * PHASES);
      taken = Arrays.copyOf(taken, size);
      Arrays.fill(taken, before, size, NEVER);
    }
  }
}
