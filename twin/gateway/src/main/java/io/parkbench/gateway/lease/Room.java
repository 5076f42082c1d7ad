package io.parkbench.gateway.lease;

import java.util.Arrays;

/**
 * The room that all worst cases leave to one connector, from an instant on, if nothing more is said to anybody. A lease is safe if
 * it stays within this room as long as it may be in force: no message that is lost later can then do harm.
 */
final class Room {
  private final HardLimits limits;
  private final Outlook outlook;

  /** The rows that may be short, those of the root first: what the others leave there, and what 0.1 A of its session adds. */
  private int[] row = new int[8];

  private int[] left = new int[8];
  private int[] weight = new int[8];
  private int rows;

  private int self;

  /** What it is allowed anyway. */
  private int ownDa;

  private long instant;
  private int next;

  Room(HardLimits limits, Outlook outlook) {
    this.limits = limits;
    this.outlook = outlook;
  }

  /**
   * Looks at the room of {@code hold} at {@code from}, now or later; the outlook is up to date.
   *
   * @param mostDa no more than this will be asked for: where there is always room for it, nothing is looked at
   * @param worsens whether it may become more than it is counted with now. Where not, what is counted now is allowed in a row that is
   *     above its limit already: all there are being cut, and none needs to fall to nothing for that
   */
  void look(Leasehold hold, long from, int mostDa, boolean worsens) {
    self = hold.order;
    ownDa = hold.surelyDa(from);
    rows = 0;
    layOut(hold, hold.zone, mostDa, worsens);
    next = 0;
    goTo(from);
  }

  private void layOut(Leasehold hold, int zone, int mostDa, boolean worsens) {
    if (limits.parent(zone) >= 0) {
      layOut(hold, limits.parent(zone), mostDa, worsens);
    }
    for (int kind = 0; kind < HardLimits.KINDS; kind++) {
      int at = zone * HardLimits.KINDS + kind;
      int adds = hold.weight(kind);
      int limit = worsens ? limits.ofRow(at) : Math.max(limits.ofRow(at), outlook.sum(at));
      if (limits.ofRow(at) != HardLimits.UNLIMITED && adds != 0 && mostDa * adds > limit - outlook.peakOfOthers(at, hold, kind)) {
        if (rows == row.length) {
          row = Arrays.copyOf(row, 2 * rows);
          left = Arrays.copyOf(left, 2 * rows);
          weight = Arrays.copyOf(weight, 2 * rows);
        }
        row[rows] = at;
        left[rows] = limit - (outlook.sum(at) - outlook.counted(hold, kind));
        weight[rows++] = adds;
      }
    }
  }

  /** Goes on to the first instant before {@code end} at which there is less room than {@code da}, be it the present one. */
  boolean isShortOf(int da, long end) {
    while (isEnoughFor(da)) {
      if (next == outlook.steps() || outlook.at(next) >= end) {
        return false;
      }
      goTo(outlook.at(next));
    }
    return true;
  }

  private boolean isEnoughFor(int da) {
    if (da <= ownDa) {
      return true;
    }
    for (int i = 0; i < rows; i++) {
      if (da * weight[i] > left[i]) {
        return false;
      }
    }
    return true;
  }

  private void goTo(long at) {
    instant = at;
    if (rows == 0) {
      next = outlook.steps();
    }
    while (next < outlook.steps() && outlook.at(next) <= at) {
      Leasehold who = outlook.who(next);
      if (who.order == self) {
        ownDa = who.surelyDa(at);
      } else {
        take(who, outlook.fromDa(next), outlook.toDa(next));
      }
      next++;
    }
  }

  private void take(Leasehold who, int fromDa, int toDa) {
    int start = who.startDa();
    for (int i = 0; i < rows && limits.isUnder(who.zone, row[i] / HardLimits.KINDS); i++) {
      int kind = row[i] % HardLimits.KINDS;
      left[i] -= who.counted(toDa, start, kind) - who.counted(fromDa, start, kind);
    }
  }

  /** The instant that is looked at, µs. */
  long instant() {
    return instant;
  }

  /**
   * The most that the connector may be told to draw then, 0.1 A: what the others leave, or what it is allowed then anyway, even where
   * that is too much: who shall have less is wished less. Never negative.
   */
  int da() {
    int tightest = tightest();
    return tightest < 0 ? Integer.MAX_VALUE : Math.max(Math.floorDiv(left[tightest], weight[tightest]), ownDa);
  }

  /** The row that leaves the least room then, the lowest of several; −1 if none limits. */
  int row() {
    int tightest = tightest();
    return tightest < 0 ? -1 : row[tightest];
  }

  private int tightest() {
    int tightest = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < rows; i++) {
      int here = Math.floorDiv(left[i], weight[i]);
      if (here <= least) {
        least = here;
        tightest = i;
      }
    }
    return tightest;
  }
}
