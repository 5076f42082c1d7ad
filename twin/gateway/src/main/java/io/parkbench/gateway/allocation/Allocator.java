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
  private static final double SLACK = 1e-6;

  private static final int KINDS = Topology.KINDS;

  private static final byte OUT = 0;
  private static final byte AT_FLOOR = 1;
  private static final byte RISING = 2;
  private static final byte SETTLED = 3;
  private static final byte SUSPENDED = 4;

  private final Roster roster;
  private final Rows rows;
  private final ShedOrder shedOrder;

  /** The positions admitted in the class at hand. */
  private final int[] member;

  private int members;

  /** By position: where it stands, which row has decided so, and at which λ. */
  private final byte[] state;

  /** As a set of positions: those of the class being filled who have not settled. */
  private final long[] open;

  private final int[] bindingRow;
  private final double[] share;

  private final int[] setpointDa;
  private int suspended;

  /** For up to {@code slots} sessions on {@code topology}. */
  public Allocator(Topology topology, int slots) {
    roster = new Roster(topology, slots);
    rows = new Rows(topology, roster);
    shedOrder = new ShedOrder(slots);
    member = new int[slots];
    state = new byte[slots];
    open = new long[roster.words];
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
    rows.open(limits);
    Arrays.fill(state, 0, roster.count, OUT);
    suspended = 0;
    int from = 0;
    while (from < roster.count) {
      int to = from;
      long rank = demand.rank[order[from]];
      while (to < roster.count && demand.rank[order[to]] == rank) {
        member[to - from] = roster.position[order[to]];
        to++;
      }
      members = to - from;
      admit();
      fill();
      if (to < roster.count) {
        leaveTheRest();
      }
      from = to;
    }
  }

  /** Keeps of the class those whose floors fit, in order, and suspends the others. */
  private void admit() {
    rows.load(member, members);
    if (rows.fitFloors(SLACK)) {
      return;
    }
    rows.beginAdmission();
    int admitted = 0;
    for (int m = 0; m < members; m++) {
      int at = member[m];
      int lacking = rows.admit(at, SLACK);
      if (lacking == Rows.NONE) {
        member[admitted++] = at;
      } else {
        settle(at, SUSPENDED, lacking, 0, 0);
      }
    }
    suspended += members - admitted;
    members = admitted;
    rows.load(member, members);
  }

  /** Raises λ from 0 to 1 for the class just admitted: all stand at their floors and leave them one after another. */
  private void fill() {
    Arrays.fill(open, 0);
    for (int m = 0; m < members; m++) {
      int at = member[m];
      state[at] = AT_FLOOR;
      open[at / Long.SIZE] |= 1L << at;
    }
    rows.standAll();
    double lambda = 0;
    int next = 0;
    while (true) {
      int row = rows.fullFirst();
      double at = row == Rows.NONE ? 1 : rows.fullAt(row);
      if (next < roster.count && roster.ratio[roster.byRatio[next]] <= at) {
        next = riseFrom(next);
      } else if (row == Rows.NONE) {
        break;
      } else {
        lambda = Math.max(lambda, at);
        settle(row, lambda);
      }
    }
    for (int m = 0; m < members; m++) {
      if (state[member[m]] == RISING) {
        settle(member[m], RISING, Rows.NONE, 1, roster.max[member[m]]);
      }
    }
  }

  /**
   * Lets those who leave their floors at the same λ do so together, from {@code next} in the order of these λ. Doing so makes no
   * row full sooner than at that λ, because there they draw as much rising as standing.
   *
   * @return the next one in that order
   */
  private int riseFrom(int next) {
    double ratio = roster.ratio[roster.byRatio[next]];
    int to = next;
    for (; to < roster.count && roster.ratio[roster.byRatio[to]] == ratio; to++) {
      int at = roster.byRatio[to];
      if (state[at] == AT_FLOOR) {
        state[at] = RISING;
        rows.lift(at);
      }
    }
    rows.carryLifted();
    return to;
  }

  /** The row is full at λ: everyone in it who has not settled yet stays where it is. */
  private void settle(int row, double lambda) {
    int zone = row / KINDS;
    for (int word = 0; word < roster.words; word++) {
      long left = open[word] & roster.takers[row * roster.words + word];
      open[word] &= ~left;
      for (; left != 0; left &= left - 1) {
        int at = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        if (state[at] == RISING) {
          double current = Math.max(roster.floor[at], lambda * roster.max[at]);
          rows.stop(at, current, zone);
          settle(at, SETTLED, row, lambda, current);
        } else {
          settle(at, SETTLED, row, lambda, roster.floor[at]);
        }
      }
    }
    rows.carryUp(zone);
  }

  /** Books those who have reached their maximum, so that what is left is the next class's room. */
  private void leaveTheRest() {
    for (int m = 0; m < members; m++) {
      if (state[member[m]] == RISING) {
        rows.take(member[m], roster.max[member[m]]);
        state[member[m]] = SETTLED;
      }
    }
  }

  private void settle(int at, byte how, int row, double lambda, double current) {
    state[at] = how;
    bindingRow[at] = row;
    share[at] = lambda;
    setpointDa[roster.slot[at]] = (int) (current + SLACK);
  }

  /** The setpoint of the session in {@code slot} after the last allocation, in 0.1 A: 0, or floor to maximum. */
  public int setpointDa(int slot) {
    position(slot);
    return setpointDa[slot];
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
