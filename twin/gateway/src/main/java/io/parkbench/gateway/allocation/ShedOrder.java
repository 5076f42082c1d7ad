package io.parkbench.gateway.allocation;

/**
 * The order in which sessions are admitted, which is the shed order read backwards (R-ALLOC-4): higher rank first, then the better
 * standing, then the smaller amount received, then the younger, then the lower slot.
 */
final class ShedOrder {
  /** By slot: 0 unless a {@link Rotation} says otherwise; lower goes first. */
  final int[] standing;

  /** By slot: Wh or seconds received. */
  final long[] amount;

  private Demand gathered = new Demand(0);
  private int version = -1;
  private int count;
  private int[] order;
  private int[] spare;

  ShedOrder(int slots) {
    standing = new int[slots];
    amount = new long[slots];
    order = new int[slots];
    spare = new int[slots];
  }

  /** The order of the demand as it is now, standing apart; valid until the next call. */
  int[] of(Demand demand, ShedBy by) {
    for (int s = 0; s < demand.slots(); s++) {
      amount[s] = amount(demand, by, s);
    }
    return sorted(demand);
  }

  static long amount(Demand demand, ShedBy by, int slot) {
    return switch (by) {
      case ENERGY -> demand.energyWh[slot];
      case DURATION -> demand.chargedS[slot];
    };
  }

  /** The order by standing and amount as they are; valid until the next call. A merge sort that begins with the last order. */
  int[] sorted(Demand demand) {
    gather(demand);
    if (isSorted(demand)) {
      return order;
    }
    for (int width = 1; width < count; width *= 2) {
      for (int from = 0; from < count; from += 2 * width) {
        merge(demand, from, Math.min(from + width, count), Math.min(from + 2 * width, count));
      }
      int[] merged = spare;
      spare = order;
      order = merged;
    }
    return order;
  }

  /** Puts the slots that hold a session into {@code order}; if they are the same as before, as they were. */
  private void gather(Demand demand) {
    if (gathered == demand && version == demand.version()) {
      return;
    }
    count = 0;
    for (int s = 0; s < demand.slots(); s++) {
      if (demand.present(s)) {
        order[count++] = s;
      }
    }
    gathered = demand;
    version = demand.version();
  }

  private boolean isSorted(Demand demand) {
    for (int i = 1; i < count; i++) {
      if (before(demand, order[i], order[i - 1])) {
        return false;
      }
    }
    return true;
  }

  private void merge(Demand demand, int from, int middle, int to) {
    if (middle == to || !before(demand, order[middle], order[middle - 1])) {
      System.arraycopy(order, from, spare, from, to - from);
      return;
    }
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeRight = left == middle || (right < to && before(demand, order[right], order[left]));
      spare[i] = takeRight ? order[right++] : order[left++];
    }
  }

  private boolean before(Demand demand, int a, int b) {
    if (demand.rank[a] != demand.rank[b]) {
      return demand.rank[a] > demand.rank[b];
    }
    if (standing[a] != standing[b]) {
      return standing[a] < standing[b];
    }
    if (amount[a] != amount[b]) {
      return amount[a] < amount[b];
    }
    return demand.startedAt[a] != demand.startedAt[b] ? demand.startedAt[a] > demand.startedAt[b] : a < b;
  }
}
