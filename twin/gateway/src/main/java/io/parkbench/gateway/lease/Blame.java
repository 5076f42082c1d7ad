package io.parkbench.gateway.lease;

import org.jspecify.annotations.Nullable;

/** Says why there is no more room in a row at an instant: who holds most above what it shall have. */
final class Blame {
  private final HardLimits limits;
  private final Leasehold[] all;

  /** Who was found to hold most in which row at which instant: many are held back by the same one. */
  private int blamedRow = -1;

  private long blamedAt;
  private @Nullable Leasehold blamed;
  private @Nullable Leasehold blamedNext;

  Blame(HardLimits limits, Leasehold[] all) {
    this.limits = limits;
    this.all = all;
  }

  /** Something was said, or has happened: who is in the way is found anew. */
  void changed() {
    blamedRow = -1;
  }

  /** Why {@code hold} has no more room in {@code row} at {@code at}; −1 where no row limits it. */
  Hold why(Leasehold hold, int row, long now, long at) {
    if (row >= 0 && (blamedRow != row || blamedAt != at)) {
      blame(row, at);
    }
    Leasehold by = row < 0 ? null : blamed != hold ? blamed : blamedNext;
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
      int above = other.counted(other.sessionDa(at), other.startDa(), kind) - other.weight(kind) * shallDa(other);
      if (above <= next || !limits.isUnder(other.zone, row / HardLimits.KINDS)) {
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
}
