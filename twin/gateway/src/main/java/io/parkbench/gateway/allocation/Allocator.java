package io.parkbench.gateway.allocation;

import java.util.Arrays;

/**
 * Maps limits and demand to setpoints: weighted max-min fairness with floors and caps under every row of the zone forest
 * (R-ALLOC-1 to 4, 6, 10, 14). The result is a function of the arguments; all memory is taken in the constructor.
 *
 * <p>Classes go one after another, VIP first; each is admitted in shed order, then filled, and what it leaves is the next one's
 * room. Filling raises one share λ for all admitted sessions; a session's current is max(floor, λ · maximum). When a row is
 * full, the sessions in it stay where they are and λ goes on for the others. At the end currents are rounded down to 0.1 A.
 *
 * <p><b>Why a limit stays a limit though λ is a double.</b> Limits and weights are integers, and so is every rounded current.
 * A current is rounded down after adding {@link #SLACK} (1e-6 of 0.1 A), which absorbs the error of λ (below 1e-9 of 0.1 A)
 * where the exact value is a whole number. So a row's rounded sum exceeds its limit by less than SLACK · Σ weights, far below
 * one, and being an integer it does not exceed it at all.
 */
public final class Allocator {
  private static final int KINDS = Topology.KINDS;
  private static final double SLACK = 1e-6;
  private static final double UNLIMITED = 1e15;
  private static final int NO_ROW = -1;

  private static final byte OUT = 0;
  private static final byte AT_FLOOR = 1;
  private static final byte RISING = 2;
  private static final byte SETTLED = 3;
  private static final byte SUSPENDED = 4;

  private final Topology topology;
  private final Roster roster;
  private final ShedOrder shedOrder;

  /** By row: what is left, with the rising sessions counted as nothing; and what they take together per unit of λ. */
  private final double[] room;

  private final double[] slope;

  /** By zone: the nearest zone, itself included, whose rows can become full at all. */
  private final int[] watched;

  /** Those zones, in preorder. */
  private final int[] watchedZones;

  private int watchedCount;

  /** By position. */
  private final byte[] state;

  private final int[] bindingRow;
  private final double[] share;

  /** By slot. */
  private final int[] setpointDa;

  /** The next row to be full if no session rises before, and at which λ. */
  private int fullRow;

  private double fullAt;
  private int suspended;

  /** For up to {@code slots} sessions (at most 4096) on {@code topology}. */
  public Allocator(Topology topology, int slots) {
    this.topology = topology;
    int zones = topology.zones();
    roster = new Roster(topology, slots);
    shedOrder = new ShedOrder(slots);
    room = new double[zones * KINDS];
    slope = new double[zones * KINDS];
    watched = new int[zones];
    watchedZones = new int[zones];
    state = new byte[slots];
    bindingRow = new int[slots];
    share = new double[slots];
    setpointDa = new int[slots];
  }

  /**
   * Allocates as if nobody had been charging before: the shed order is that of the demand as it is now. For decisions over
   * time see {@link Rotation}.
   */
  public void allocate(Limits limits, Demand demand, ShedBy by) {
    allocate(limits, demand, shedOrder.of(demand, by));
  }

  /**
   * Allocates in a given shed order.
   *
   * @param order the slots that hold a session, highest rank first; within a rank, who is suspended last comes first
   */
  void allocate(Limits limits, Demand demand, int[] order) {
    roster.layOut(demand);
    open(limits);
    int from = 0;
    while (from < roster.count) {
      long rank = demand.rank[order[from]];
      int to = from;
      int admitted = 0;
      while (to < roster.count && demand.rank[order[to]] == rank) {
        admitted += admit(roster.position[order[to++]]) ? 1 : 0;
      }
      suspended += to - from - admitted;
      if (admitted > 0) {
        fill(to < roster.count);
      }
      from = to;
    }
  }

  /** Sets every row to its limit and finds the zones worth watching. */
  private void open(Limits limits) {
    int zones = topology.zones();
    watchedCount = 0;
    suspended = 0;
    Arrays.fill(state, 0, roster.count, OUT);
    for (int p = 0; p < zones; p++) {
      int z = topology.preorder(p);
      boolean canBeFull = false;
      for (int r = z * KINDS; r < (z + 1) * KINDS; r++) {
        int limit = limits.byRow[r];
        room[r] = limit == Limits.UNLIMITED ? UNLIMITED : r % KINDS == Topology.POWER ? 10.0 * limit : limit;
        slope[r] = 0;
        canBeFull |= roster.atMost[r] > room[r] || room[r] < 0;
      }
      int parent = topology.parent(z);
      if (canBeFull) {
        watched[z] = z;
        watchedZones[watchedCount++] = z;
      } else {
        watched[z] = parent == Topology.ROOT ? Topology.ROOT : watched[parent];
      }
    }
  }

  private int above(int zone) {
    int parent = topology.parent(zone);
    return parent == Topology.ROOT ? Topology.ROOT : watched[parent];
  }

  /** Gives the session its floor if every row has room for it, else suspends it. */
  private boolean admit(int at) {
    double floor = roster.floor[at];
    int first = watched[roster.zone[at]];
    for (int z = first; z != Topology.ROOT; z = above(z)) {
      for (int kind = 0; kind < KINDS; kind++) {
        double weight = roster.weight[at * KINDS + kind];
        if (weight > 0 && room[z * KINDS + kind] + SLACK < weight * floor) {
          state[at] = SUSPENDED;
          bindingRow[at] = z * KINDS + kind;
          share[at] = 0;
          setpointDa[roster.slot[at]] = 0;
          return false;
        }
      }
    }
    state[at] = AT_FLOOR;
    take(at, floor, 0);
    return true;
  }

  /** Moves {@code current} out of, and {@code rise} per unit of λ into, the rows of the session at {@code at}. */
  private void take(int at, double current, double rise) {
    double[] weight = roster.weight;
    for (int z = watched[roster.zone[at]]; z != Topology.ROOT; z = above(z)) {
      for (int kind = 0; kind < KINDS; kind++) {
        double w = weight[at * KINDS + kind];
        room[z * KINDS + kind] -= w * current;
        slope[z * KINDS + kind] += w * rise;
      }
    }
  }

  /** Raises λ from 0 to 1 for the sessions just admitted. */
  private void fill(boolean othersFollow) {
    fullRow = NO_ROW;
    fullAt = 1;
    double lambda = 0;
    int next = 0;
    while (true) {
      while (next < roster.count && roster.ratio[roster.byRatio[next]] <= fullAt) {
        int at = roster.byRatio[next++];
        if (state[at] == AT_FLOOR) {
          rise(at);
        }
      }
      if (fullRow == NO_ROW) {
        break;
      }
      lambda = Math.max(lambda, fullAt);
      settle(fullRow, lambda);
      findFullRow();
    }
    for (int at = 0; at < roster.count; at++) {
      if (state[at] == RISING) {
        if (othersFollow) {
          take(at, roster.max[at], -roster.max[at]);
        }
        settle(at, NO_ROW, 1, roster.max[at]);
      }
    }
  }

  /** Lets the session at {@code at} leave its floor; its rows may now be full sooner. */
  private void rise(int at) {
    state[at] = RISING;
    double floor = roster.floor[at];
    double max = roster.max[at];
    for (int z = watched[roster.zone[at]]; z != Topology.ROOT; z = above(z)) {
      for (int kind = 0; kind < KINDS; kind++) {
        int r = z * KINDS + kind;
        double w = roster.weight[at * KINDS + kind];
        room[r] += w * floor;
        slope[r] += w * max;
        if (slope[r] > 0 && room[r] < slope[r] * fullAt) {
          fullAt = room[r] / slope[r];
          fullRow = r;
        }
      }
    }
  }

  private void findFullRow() {
    fullRow = NO_ROW;
    fullAt = 1;
    for (int i = 0; i < watchedCount; i++) {
      int first = watchedZones[i] * KINDS;
      for (int r = first; r < first + KINDS; r++) {
        if (slope[r] > 0 && room[r] < slope[r] * fullAt) {
          fullAt = room[r] / slope[r];
          fullRow = r;
        }
      }
    }
  }

  /** The row is full at λ: everyone in it who has not settled yet stays where it is. */
  private void settle(int row, double lambda) {
    int zone = row / KINDS;
    int kind = row % KINDS;
    for (int at = roster.from[zone]; at < roster.to[zone]; at++) {
      if (roster.weight[at * KINDS + kind] == 0) {
        continue;
      }
      if (state[at] == RISING) {
        double current = Math.max(roster.floor[at], lambda * roster.max[at]);
        take(at, current, -roster.max[at]);
        settle(at, row, lambda, current);
      } else if (state[at] == AT_FLOOR) {
        settle(at, row, lambda, roster.floor[at]);
      }
    }
  }

  private void settle(int at, int row, double lambda, double current) {
    state[at] = SETTLED;
    bindingRow[at] = row;
    share[at] = lambda;
    setpointDa[roster.slot[at]] = (int) (current + SLACK);
  }

  /** The setpoint of the session in {@code slot} after the last allocation, in 0.1 A: 0, or floor to maximum. */
  public int setpointDa(int slot) {
    return state[position(slot)] == SUSPENDED ? 0 : setpointDa[slot];
  }

  /** Why, made on demand. */
  public Reason reason(int slot) {
    Rule rule = rule(slot);
    return new Reason(rule, zone(slot), phase(slot), rule == Rule.FULL ? 1 : share(slot));
  }

  public Rule rule(int slot) {
    int at = position(slot);
    if (state[at] == SUSPENDED) {
      return Rule.SHED;
    }
    if (setpointDa[slot] == (int) roster.max[at]) {
      return Rule.FULL;
    }
    return setpointDa[slot] == (int) roster.floor[at] ? Rule.FLOOR : Rule.SHARE;
  }

  /** The zone of the row that holds the session back, or {@link Reason#NONE}. */
  public int zone(int slot) {
    return rule(slot) == Rule.FULL ? Reason.NONE : bindingRow[position(slot)] / KINDS;
  }

  /** The supply phase of that row, 1 to 3, {@link Reason#POWER}, or {@link Reason#NONE}. */
  public int phase(int slot) {
    if (rule(slot) == Rule.FULL) {
      return Reason.NONE;
    }
    int kind = bindingRow[position(slot)] % KINDS;
    return kind == Topology.POWER ? Reason.POWER : kind + 1;
  }

  /** The fraction of their maximum at which that row was full. */
  public double share(int slot) {
    return share[position(slot)];
  }

  /** How many sessions the last allocation suspended. */
  public int suspended() {
    return suspended;
  }

  int slots() {
    return setpointDa.length;
  }

  private int position(int slot) {
    int at = roster.position[slot];
    if (at >= roster.count || roster.slot[at] != slot) {
      throw new IllegalArgumentException("slot " + slot + " held no session in the last allocation");
    }
    return at;
  }
}
