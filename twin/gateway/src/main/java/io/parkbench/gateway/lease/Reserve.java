package io.parkbench.gateway.lease;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The room that all worst cases leave to one connector at one instant, now or to come, if nothing more is said to anybody. A lease
 * is safe if it stays within this room as long as it may be in force: no message that is lost later can then do harm.
 */
final class Reserve {
  private final HardLimits limits;
  private final List<Leasehold> all;

  /** Sums by instant, as long as nothing changes: many connectors are asked about the same instants. */
  private long[] instants = new long[16];

  private int[][] summed = new int[16][];
  private int known;

  /** Who was found to hold most in a row. */
  private int blamedRow = -1;

  private long blamedAt;
  private @Nullable Leasehold blamed;
  private @Nullable Leasehold blamedNext;

  /** The row that left the least room at the last {@link #roomDa}; −1 if none limits. */
  private int bindingRow;

  Reserve(HardLimits limits, List<Leasehold> all) {
    this.limits = limits;
    this.all = all;
  }

  /** Something was said, or has happened: sums are made anew. */
  void changed() {
    known = 0;
    blamedRow = -1;
  }

  /** What is counted in a row (zone × 4 + phase, or + 3 for power) at {@code at}, 0.1 A or 0.1 W. */
  int sum(int row, long at) {
    return sumUp(at)[row];
  }

  int[] sums(long at) {
    return sumUp(at).clone();
  }

  /**
   * The most that {@code hold} may be told to draw at {@code at}, 0.1 A: what the others leave, or what it could be drawing then anyway.
   * Never negative.
   */
  int roomDa(Leasehold hold, long at) {
    int[] sums = sumUp(at);
    bindingRow = -1;
    int room = Integer.MAX_VALUE;
    for (int zone = hold.zone; zone >= 0; zone = limits.parent(zone)) {
      for (int kind = 0; kind < HardLimits.KINDS; kind++) {
        int row = zone * HardLimits.KINDS + kind;
        if (limits.ofRow(row) == HardLimits.UNLIMITED || weight(hold, kind) == 0) {
          continue;
        }
        int here = Math.floorDiv(limits.ofRow(row) - (sums[row] - counted(hold, kind, at)), weight(hold, kind));
        if (here < room) {
          room = here;
          bindingRow = row;
        }
      }
    }
    return Math.max(room, hold.worstCaseDa(at));
  }

  /** Why no more room than the last {@link #roomDa} of {@code hold} at {@code at} said: who holds most above what it shall have. */
  Hold why(Leasehold hold, long now, long at) {
    if (bindingRow >= 0 && (blamedRow != bindingRow || blamedAt != at)) {
      blame(bindingRow, at);
    }
    Leasehold by = bindingRow < 0 ? null : blamed != hold ? blamed : blamedNext;
    return by == null ? new Hold(HoldReason.LIMIT, -1, Lease.ENDLESS) : reason(by, now, at);
  }

  /** Finds the two who hold most in a row above what they shall have; many are held back by the same row. */
  private void blame(int row, long at) {
    int kind = row % HardLimits.KINDS;
    int most = 0;
    int next = 0;
    blamedRow = row;
    blamedAt = at;
    blamed = null;
    blamedNext = null;
    for (Leasehold other : all) {
      int above = counted(other, kind, at) - weight(other, kind) * shallDa(other);
      if (above <= next || !under(other.zone, row / HardLimits.KINDS)) {
        continue;
      }
      if (above > most) {
        next = most;
        blamedNext = blamed;
        most = above;
        blamed = other;
      } else {
        next = above;
        blamedNext = other;
      }
    }
  }

  private static Hold reason(Leasehold by, long now, long at) {
    HoldReason reason;
    long until = Lease.ENDLESS;
    for (Lease lease : by.leases.sent) {
      if (lease.worstDa(at) > shallDa(by) && (until == Lease.ENDLESS || lease.latestEnd() > until)) {
        until = lease.latestEnd() > at ? lease.latestEnd() : Lease.ENDLESS;
      }
    }
    if (!by.isProved()) {
      reason = HoldReason.UNPROVED;
    } else if (by.startDa() >= by.sessionDa(at)) {
      reason = HoldReason.IDLE_BASE;
    } else if (by.sessionDa(at) > by.sessionDa(now) || until == Lease.ENDLESS && by.clockError != Lease.ENDLESS) {
      reason = HoldReason.DEGRADED_RESERVED;
    } else if (!by.connected()) {
      reason = by.clockError == Lease.ENDLESS ? HoldReason.CLOCK_UNBOUNDED : HoldReason.LOST_UNTIL;
    } else if (by.awaiting()) {
      reason = HoldReason.WAITING_FOR_CUT;
    } else if (by.leases.awaitsSample(now)) {
      reason = HoldReason.SETTLING_SAMPLE;
    } else {
      reason = HoldReason.UNANSWERED;
    }
    return new Hold(reason, by.order, until);
  }

  /** What it is meant to have; of one that cannot be told, all that it holds is in the way. */
  private static int shallDa(Leasehold hold) {
    return hold.inSession() && hold.connected() ? hold.wishDa : 0;
  }

  private boolean under(int zone, int above) {
    int at = zone;
    while (at >= 0 && at != above) {
      at = limits.parent(at);
    }
    return at == above;
  }

  private int[] sumUp(long at) {
    for (int i = 0; i < known; i++) {
      if (instants[i] == at) {
        return summed[i];
      }
    }
    if (known == instants.length) {
      instants = Arrays.copyOf(instants, 2 * known);
      summed = Arrays.copyOf(summed, 2 * known);
    }
    int[] sums = summed[known];
    if (sums == null) {
      sums = new int[limits.zones() * HardLimits.KINDS];
      summed[known] = sums;
    } else {
      Arrays.fill(sums, 0);
    }
    instants[known++] = at;
    for (int i = 0; i < all.size(); i++) {
      add(all.get(i), at, sums);
    }
    return sums;
  }

  private void add(Leasehold hold, long at, int[] sums) {
    int session = hold.sessionDa(at);
    int start = hold.startDa();
    if (session == 0 && start == 0) {
      return;
    }
    for (int kind = 0; kind < HardLimits.KINDS; kind++) {
      int counted = kind == HardLimits.POWER ? hold.dw(session, start) : hold.da(session, start, kind);
      for (int zone = hold.zone; counted != 0 && zone >= 0; zone = limits.parent(zone)) {
        sums[zone * HardLimits.KINDS + kind] += counted;
      }
    }
  }

  private static int counted(Leasehold hold, int kind, long at) {
    return kind == HardLimits.POWER ? hold.worstCaseDw(at) : hold.worstCaseDa(at, kind);
  }

  /** What 0.1 A more of the session adds to a row of this kind. */
  private static int weight(Leasehold hold, int kind) {
    return kind == HardLimits.POWER ? hold.dwPerDa() : hold.phases() >> kind & 1;
  }
}
