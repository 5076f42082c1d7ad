package io.parkbench.gateway.lease;

import java.util.Arrays;

/** What one connector counts with from now on if nothing more is said: now, and in the steps to come. */
final class Course {
  /** What it counts with now on each phase and in power, 0.1 A and 0.1 W. */
  final int[] counted = new int[HardLimits.KINDS];

  /** The most that it counts with now or later. */
  final int[] peak = new int[HardLimits.KINDS];

  /** The session's part now, 0.1 A. */
  int nowDa;

  /** When the session's part changes, or the claim to it, in order of time, and to what, 0.1 A. */
  int steps;

  long[] at = new long[4];
  int[] da = new int[4];

  /** The count of changes when it was followed last. */
  long stamp;

  /** When the connector is to be looked at again: what it was told is lapsing then. */
  long until;

  /** Follows {@code hold} from {@code now} on; true if it counts with less now than it did. */
  boolean follow(Leasehold hold, long now) {
    boolean less = false;
    nowDa = hold.sessionDa(now);
    for (int kind = 0; kind < HardLimits.KINDS; kind++) {
      int before = counted[kind];
      counted[kind] = hold.counted(nowDa, hold.startDa(), kind);
      less |= counted[kind] < before;
    }
    steps = 0;
    until = Lease.ENDLESS;
    for (int i = 0; i < hold.leases.sent.size(); i++) {
      Lease lease = hold.leases.sent.get(i);
      mayStep(lease.earliestEnd(), now);
      mayStep(lease.latestEnd(), now);
    }
    Arrays.sort(at, 0, steps);
    int before = nowDa;
    int surelyBefore = hold.surelyDa(now);
    int kept = 0;
    for (int i = 0; i < steps; i++) {
      int after = hold.sessionDa(at[i]);
      int surelyAfter = hold.surelyDa(at[i]);
      // what it has a claim to may end before what it could be drawing does
      if (after != before || surelyAfter != surelyBefore) {
        at[kept] = at[i];
        da[kept++] = after;
        before = after;
        surelyBefore = surelyAfter;
      }
    }
    steps = kept;
    int peakDa = nowDa;
    for (int i = 0; i < steps; i++) {
      peakDa = Math.max(peakDa, da[i]);
    }
    for (int kind = 0; kind < HardLimits.KINDS; kind++) {
      peak[kind] = hold.counted(peakDa, hold.startDa(), kind);
    }
    return less;
  }

  private void mayStep(long instant, long now) {
    if (instant <= now || instant == Lease.ENDLESS) {
      return;
    }
    if (steps == at.length) {
      at = Arrays.copyOf(at, 2 * steps);
      da = Arrays.copyOf(da, 2 * steps);
    }
    at[steps++] = instant;
    until = Math.min(until, instant);
  }
}
