package io.parkbench.gateway.allocation;

import java.util.Arrays;

/**
 * The demand laid out for the allocator's passes: the sessions of a zone's subtree are one stretch of positions, each with its
 * weights in the rows of its zones. Rebuilt only when the demand itself has changed.
 */
final class Roster {
  private final Topology topology;
  private final int[] cursor;
  private int version = -1;
  private Demand laidOut;

  int count;
  final int[] slot;
  final int[] position;
  final int[] zone;
  final double[] floor;
  final double[] max;

  /** Floor by maximum: the share at which the session rises from its floor. */
  final double[] ratio;

  /** All slots by rising ratio, kept from one layout to the next because it changes little; the lower slot first. */
  private final int[] slotsByRatio;

  private final double[] ratioOfSlot;

  /** Positions by rising ratio. */
  final int[] byRatio;

  /** By position and kind of row: what 0.1 A of this session takes from a row of that kind (0.1 A, 0.1 W). */
  final double[] weight;

  /** First position of a zone's subtree, and the one after its last. */
  final int[] from;

  final int[] to;

  /** By row: what is taken when everyone under it has its maximum. */
  final double[] atMost;

  /** How many words of 64 positions a set of sessions has. */
  final int words;

  /** By row, as sets of positions: who takes from it. */
  final long[] takers;

  Roster(Topology topology, int slots) {
    this.topology = topology;
    laidOut = new Demand(0);
    cursor = new int[topology.zones()];
    slot = new int[slots];
    position = new int[slots];
    zone = new int[slots];
    floor = new double[slots];
    max = new double[slots];
    ratio = new double[slots];
    byRatio = new int[slots];
    ratioOfSlot = new double[slots];
    slotsByRatio = new int[slots];
    Arrays.setAll(slotsByRatio, s -> s);
    weight = new double[slots * Topology.KINDS];
    from = new int[topology.zones()];
    to = new int[topology.zones()];
    atMost = new double[topology.zones() * Topology.KINDS];
    words = (slots + Long.SIZE - 1) / Long.SIZE;
    takers = new long[topology.zones() * Topology.KINDS * words];
  }

  void layOut(Demand demand) {
    if (laidOut == demand && version == demand.version()) {
      return;
    }
    if (demand.slots() > slot.length) {
      throw new IllegalArgumentException("room for " + slot.length + " sessions, not " + demand.slots());
    }
    place(demand);
    for (int at = 0; at < count; at++) {
      describe(demand, at);
    }
    sumUp();
    gatherTakers();
    orderByRatio(demand);
    laidOut = demand;
    version = demand.version();
  }

  /** Gives every session its position: a counting sort by the zones' preorder. */
  private void place(Demand demand) {
    int zones = topology.zones();
    Arrays.fill(cursor, 0);
    for (int s = 0; s < demand.slots(); s++) {
      if (demand.present(s)) {
        if (demand.zone[s] >= zones) {
          throw new IllegalArgumentException("slot " + s + " hangs on the unknown zone " + demand.zone[s]);
        }
        cursor[demand.zone[s]]++;
      }
    }
    count = 0;
    for (int p = 0; p < zones; p++) {
      int z = topology.preorder(p);
      from[z] = count;
      count += cursor[z];
      cursor[z] = from[z];
    }
    for (int p = 0; p < zones; p++) {
      int end = p + topology.subtreeSize(topology.preorder(p));
      to[topology.preorder(p)] = end == zones ? count : from[topology.preorder(end)];
    }
    for (int s = 0; s < demand.slots(); s++) {
      if (demand.present(s)) {
        int at = cursor[demand.zone[s]]++;
        slot[at] = s;
        position[s] = at;
      }
    }
  }

  private void describe(Demand demand, int at) {
    int s = slot[at];
    zone[at] = demand.zone[s];
    floor[at] = demand.floorDa[s];
    max[at] = demand.maxDa[s];
    ratio[at] = floor[at] / max[at];
    int base = at * Topology.KINDS;
    for (int phase = 1; phase <= 3; phase++) {
      weight[base + phase - 1] = Phases.contains(demand.phases[s], phase) ? 1 : 0;
    }
    weight[base + Topology.POWER] = (double) demand.volts[s] * Phases.count(demand.phases[s]);
  }

  private void orderByRatio(Demand demand) {
    for (int s = 0; s < demand.slots(); s++) {
      ratioOfSlot[s] = demand.present(s) ? ratio[position[s]] : 0;
    }
    for (int i = 1; i < slotsByRatio.length; i++) {
      int s = slotsByRatio[i];
      int j = i - 1;
      while (j >= 0 && rises(s, slotsByRatio[j])) {
        slotsByRatio[j + 1] = slotsByRatio[j];
        j--;
      }
      slotsByRatio[j + 1] = s;
    }
    int placed = 0;
    for (int s : slotsByRatio) {
      if (s < demand.slots() && demand.present(s)) {
        byRatio[placed++] = position[s];
      }
    }
  }

  private void gatherTakers() {
    Arrays.fill(takers, 0);
    for (int z = 0; z < topology.zones(); z++) {
      for (int at = from[z]; at < to[z]; at++) {
        for (int kind = 0; kind < Topology.KINDS; kind++) {
          if (weight[at * Topology.KINDS + kind] > 0) {
            takers[(z * Topology.KINDS + kind) * words + at / Long.SIZE] |= 1L << at;
          }
        }
      }
    }
  }

  private boolean rises(int slot, int before) {
    return ratioOfSlot[slot] < ratioOfSlot[before] || (ratioOfSlot[slot] == ratioOfSlot[before] && slot < before);
  }

  private void sumUp() {
    Arrays.fill(atMost, 0);
    for (int at = 0; at < count; at++) {
      for (int kind = 0; kind < Topology.KINDS; kind++) {
        atMost[zone[at] * Topology.KINDS + kind] += weight[at * Topology.KINDS + kind] * max[at];
      }
    }
    for (int p = topology.zones() - 1; p >= 0; p--) {
      int z = topology.preorder(p);
      int parent = topology.parent(z);
      if (parent != Topology.ROOT) {
        for (int kind = 0; kind < Topology.KINDS; kind++) {
          atMost[parent * Topology.KINDS + kind] += atMost[z * Topology.KINDS + kind];
        }
      }
    }
  }
}
