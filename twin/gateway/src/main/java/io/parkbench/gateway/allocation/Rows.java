package io.parkbench.gateway.allocation;

import java.util.Arrays;

/**
 * The rows during an allocation: what is left in each, how fast it fills while λ rises, and when it will be full. Zones whose
 * rows cannot become full whatever happens are passed over.
 */
final class Rows {
  static final int NONE = -1;

  /** Stands for no limit, in either unit; far above any sum, and subtracting from it is exact. */
  private static final double UNLIMITED = 1e15;

  private static final int KINDS = Topology.KINDS;

  private final Topology topology;
  private final Roster roster;

  /** By row: what is left when the rising sessions count as nothing; and what these take per unit of λ. */
  private final double[] room;

  private final double[] slope;

  /** By row: the floors of everyone loaded; and what admission has left. */
  private final double[] floors;

  private final double[] left;

  /** By zone, as first rows of zones: the nearest one watched, itself included; and the next one above. */
  private final int[] watched;

  private final int[] above;

  /** First rows of the zones watched, in preorder. */
  private final int[] list;

  private int count;

  /** By zone: none of its rows is full below this λ; where it is not stale, {@link #boundBy} is full at it. */
  private final double[] bound;

  private final int[] boundBy;

  private final boolean[] stale;

  /** By row: what {@link #lift} has lifted and not yet carried up; by zone: whether there is any. */
  private final double[] liftedRoom;

  private final double[] liftedSlope;
  private final boolean[] lifted;

  private final double[] stoppedRoom = new double[KINDS];
  private final double[] stoppedSlope = new double[KINDS];

  Rows(Topology topology, Roster roster) {
    int zones = topology.zones();
    this.topology = topology;
    this.roster = roster;
    room = new double[zones * KINDS];
    slope = new double[zones * KINDS];
    floors = new double[zones * KINDS];
    liftedRoom = new double[zones * KINDS];
    liftedSlope = new double[zones * KINDS];
    lifted = new boolean[zones];
    left = new double[zones * KINDS];
    watched = new int[zones];
    above = new int[zones];
    list = new int[zones];
    bound = new double[zones];
    boundBy = new int[zones];
    stale = new boolean[zones];
  }

  /** Sets every row to its limit and finds the zones worth watching. */
  void open(Limits limits) {
    count = 0;
    for (int p = 0; p < topology.zones(); p++) {
      int zone = topology.preorder(p);
      int first = zone * KINDS;
      boolean canBeFull = false;
      for (int r = first; r < first + KINDS; r++) {
        int limit = limits.byRow[r];
        double bounded = r - first == Topology.POWER ? 10.0 * limit : limit;
        room[r] = limit == Limits.UNLIMITED ? UNLIMITED : bounded;
        canBeFull |= roster.atMost[r] > room[r] || room[r] < 0;
      }
      int parent = topology.parent(zone);
      above[zone] = parent == Topology.ROOT ? NONE : watched[parent];
      watched[zone] = canBeFull ? first : above[zone];
      if (canBeFull) {
        list[count++] = first;
      }
    }
  }

  /** Sums up the floors of everybody in {@code member[0..members)}. */
  void load(int[] member, int members) {
    for (int i = 0; i < count; i++) {
      Arrays.fill(floors, list[i], list[i] + KINDS, 0);
    }
    double[] weight = roster.weight;
    for (int m = 0; m < members; m++) {
      int at = member[m];
      int first = watched[roster.zone[at]];
      if (first != NONE) {
        int w = at * KINDS;
        double floor = roster.floor[at];
        floors[first] += weight[w] * floor;
        floors[first + 1] += weight[w + 1] * floor;
        floors[first + 2] += weight[w + 2] * floor;
        floors[first + 3] += weight[w + 3] * floor;
      }
    }
    for (int i = count - 1; i >= 0; i--) {
      int first = list[i];
      int up = above[first / KINDS];
      if (up != NONE) {
        for (int kind = 0; kind < KINDS; kind++) {
          floors[up + kind] += floors[first + kind];
        }
      }
    }
  }

  /** Whether there is room for the floors of everybody loaded. */
  boolean fitFloors(double slack) {
    for (int i = 0; i < count; i++) {
      for (int r = list[i]; r < list[i] + KINDS; r++) {
        if (room[r] + slack < floors[r]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Begins an admission, one session after another. */
  void beginAdmission() {
    System.arraycopy(room, 0, left, 0, room.length);
  }

  /** Takes the floor of the session at {@code at} from what admission has left; returns the row that lacks it, or {@link #NONE}. */
  int admit(int at, double slack) {
    double[] weight = roster.weight;
    double floor = roster.floor[at];
    for (int first = watched[roster.zone[at]]; first != NONE; first = above[first / KINDS]) {
      for (int kind = 0; kind < KINDS; kind++) {
        double w = weight[at * KINDS + kind];
        if (w > 0 && left[first + kind] + slack < w * floor) {
          return first + kind;
        }
      }
    }
    for (int first = watched[roster.zone[at]]; first != NONE; first = above[first / KINDS]) {
      for (int kind = 0; kind < KINDS; kind++) {
        left[first + kind] -= weight[at * KINDS + kind] * floor;
      }
    }
    return NONE;
  }

  /** Moves {@code current} of the session at {@code at} out of its rows. */
  void take(int at, double current) {
    for (int first = watched[roster.zone[at]]; first != NONE; first = above[first / KINDS]) {
      shift(at, first, -current, 0);
    }
  }

  /** Adds the weighted amounts to the rows of one zone. Written out because it is most of what an allocation does. */
  private void shift(int at, int first, double toRoom, double toSlope) {
    double[] weight = roster.weight;
    int w = at * KINDS;
    room[first] += weight[w] * toRoom;
    room[first + 1] += weight[w + 1] * toRoom;
    room[first + 2] += weight[w + 2] * toRoom;
    room[first + 3] += weight[w + 3] * toRoom;
    slope[first] += weight[w] * toSlope;
    slope[first + 1] += weight[w + 1] * toSlope;
    slope[first + 2] += weight[w + 2] * toSlope;
    slope[first + 3] += weight[w + 3] * toSlope;
  }

  /** Everybody loaded stands at the floor. */
  void standAll() {
    for (int i = 0; i < count; i++) {
      int first = list[i];
      for (int r = first; r < first + KINDS; r++) {
        room[r] -= floors[r];
        slope[r] = 0;
      }
      bound[first / KINDS] = Double.POSITIVE_INFINITY;
      stale[first / KINDS] = false;
    }
  }

  /** The session at {@code at} leaves its floor; its rows know with {@link #carryLifted}. */
  void lift(int at) {
    int first = watched[roster.zone[at]];
    if (first != NONE) {
      double[] weight = roster.weight;
      double floor = roster.floor[at];
      double max = roster.max[at];
      for (int kind = 0; kind < KINDS; kind++) {
        double w = weight[at * KINDS + kind];
        liftedRoom[first + kind] += w * floor;
        liftedSlope[first + kind] += w * max;
      }
      lifted[first / KINDS] = true;
    }
  }

  /** Carries what {@link #lift} has lifted since the last time up the tree, and brings the bounds there up to date. */
  void carryLifted() {
    for (int i = count - 1; i >= 0; i--) {
      int first = list[i];
      int zone = first / KINDS;
      if (!lifted[zone]) {
        continue;
      }
      lifted[zone] = false;
      int up = above[zone];
      for (int kind = 0; kind < KINDS; kind++) {
        double byRoom = liftedRoom[first + kind];
        double bySlope = liftedSlope[first + kind];
        liftedRoom[first + kind] = 0;
        liftedSlope[first + kind] = 0;
        room[first + kind] += byRoom;
        slope[first + kind] += bySlope;
        if (up != NONE) {
          liftedRoom[up + kind] += byRoom;
          liftedSlope[up + kind] += bySlope;
        }
      }
      if (up != NONE) {
        lifted[up / KINDS] = true;
      }
      look(zone);
    }
  }

  /** Stops the rising session at {@code at} at {@code current} in the rows up to those of {@code zone}, which is watched. */
  void stop(int at, double current, int zone) {
    double[] weight = roster.weight;
    double max = roster.max[at];
    int last = zone * KINDS;
    for (int first = watched[roster.zone[at]];; first = above[first / KINDS]) {
      shift(at, first, -current, -max);
      stale[first / KINDS] = true;
      if (first == last) {
        break;
      }
    }
    for (int kind = 0; kind < KINDS; kind++) {
      stoppedRoom[kind] += weight[at * KINDS + kind] * current;
      stoppedSlope[kind] += weight[at * KINDS + kind] * max;
    }
  }

  /** Carries what {@link #stop} has stopped since the last time into the rows above {@code zone}. */
  void carryUp(int zone) {
    for (int first = above[zone]; first != NONE; first = above[first / KINDS]) {
      for (int kind = 0; kind < KINDS; kind++) {
        room[first + kind] -= stoppedRoom[kind];
        slope[first + kind] -= stoppedSlope[kind];
      }
      stale[first / KINDS] = true;
    }
    Arrays.fill(stoppedRoom, 0);
    Arrays.fill(stoppedSlope, 0);
  }

  /** The row that is full first, or {@link #NONE} if none is before λ reaches 1. */
  int fullFirst() {
    while (true) {
      int zone = NONE;
      double least = 1;
      for (int i = 0; i < count; i++) {
        int z = list[i] / KINDS;
        if (bound[z] < least) {
          least = bound[z];
          zone = z;
        }
      }
      if (zone == NONE) {
        return NONE;
      }
      if (!stale[zone]) {
        return boundBy[zone];
      }
      look(zone);
    }
  }

  /** When {@code row} is full. */
  double fullAt(int row) {
    return bound[row / KINDS];
  }

  private void look(int zone) {
    double least = Double.POSITIVE_INFINITY;
    for (int r = zone * KINDS; r < (zone + 1) * KINDS; r++) {
      if (slope[r] > 0 && room[r] < slope[r] * least) {
        least = room[r] / slope[r];
        boundBy[zone] = r;
      }
    }
    bound[zone] = least;
    stale[zone] = false;
  }
}
