package io.parkbench.gateway.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R-LEASE-2: what {@link Outlook} keeps from event to event, and what {@link Room} finds by going from step to step, is what adding all
 * up anew at every instant gives.
 */
class OutlookTest {
  private static final LeaseTerms TERMS = LeaseTerms.of(300 * Micros.SECOND, 10 * Micros.SECOND, 5);
  private static final int[] PARENTS = {-1, 0, 0, 1};
  private static final int HOLDS = 7;
  private static final int ROWS = PARENTS.length * HardLimits.KINDS;

  private final HardLimits limits = new HardLimits(PARENTS);
  private final Leasehold[] holds = new Leasehold[HOLDS];
  private final Chance chance = new Seed(5).fork("outlook");
  private Outlook outlook;
  private long now = 1_000 * Micros.SECOND;

  @BeforeEach
  void site() {
    for (int i = 0; i < HOLDS; i++) {
      holds[i] = new Leasehold(i, drawn(0, PARENTS.length - 1), 320, drawn(1, 7), 230, i == 0, TERMS, LeasePolicy.LEASES);
    }
    outlook = new Outlook(limits, holds);
  }

  @Test
  void sumsAreThoseOfAddingUpAnew() {
    for (int turn = 0; turn < 20_000; turn++) {
      event();
      outlook.refresh(now);
      for (int row = 0; row < ROWS; row++) {
        assertEquals(sum(row, now, null), outlook.sum(row), "row " + row + " after turn " + turn);
      }
    }
  }

  @Test
  void roomIsWhatTheOthersLeaveAtItsTightestInstant() {
    Room room = new Room(limits, outlook);
    for (int turn = 0; turn < 20_000; turn++) {
      event();
      outlook.refresh(now);
      Leasehold hold = holds[drawn(0, HOLDS - 1)];
      int da = drawn(0, 400);
      long from = now + drawn(0, 400) * Micros.SECOND;
      long end = chance.happens(0.3) ? Lease.ENDLESS : from + drawn(0, 400) * Micros.SECOND;
      boolean worsens = chance.happens(0.5);
      room.look(hold, from, da, worsens);
      long expected = firstShort(hold, da, from, end, worsens);
      assertEquals(expected, room.isShortOf(da, end) ? room.instant() : Lease.ENDLESS, "turn " + turn);
      if (expected != Lease.ENDLESS) {
        assertEquals(roomDa(hold, expected, worsens), room.da(), "turn " + turn);
      }
    }
  }

  /** The first instant in [from, end) at which there is less room than {@code da}: only there, or where a lease ends, can it be less. */
  private long firstShort(Leasehold hold, int da, long from, long end, boolean worsens) {
    TreeSet<Long> instants = new TreeSet<>(List.of(from));
    for (Leasehold each : holds) {
      for (Lease lease : each.leases.sent) {
        instants.add(lease.earliestEnd());
        instants.add(lease.latestEnd());
      }
    }
    for (long instant : instants.tailSet(from)) {
      if ((instant == from || instant < end) && instant != Lease.ENDLESS && roomDa(hold, instant, worsens) < da) {
        return instant;
      }
    }
    return Lease.ENDLESS;
  }

  private int roomDa(Leasehold hold, long at, boolean worsens) {
    int room = Integer.MAX_VALUE;
    for (int zone = hold.zone; zone >= 0; zone = PARENTS[zone]) {
      for (int kind = 0; kind < HardLimits.KINDS; kind++) {
        int row = zone * HardLimits.KINDS + kind;
        if (limits.ofRow(row) != HardLimits.UNLIMITED && hold.weight(kind) > 0) {
          int limit = worsens ? limits.ofRow(row) : Math.max(limits.ofRow(row), sum(row, now, null));
          room = Math.min(room, Math.floorDiv(limit - sum(row, at, hold), hold.weight(kind)));
        }
      }
    }
    return Math.max(room, hold.surelyDa(at));
  }

  private int sum(int row, long at, @Nullable Leasehold without) {
    int sum = 0;
    for (Leasehold hold : holds) {
      if (hold != without && limits.isUnder(hold.zone, row / HardLimits.KINDS)) {
        sum += hold.counted(hold.sessionDa(at), hold.startDa(), row % HardLimits.KINDS);
      }
    }
    return sum;
  }

  /** Something of all that can happen to a connector. */
  private void event() {
    now += chance.happens(0.5) ? drawn(0, 40) * Micros.SECOND : 0;
    Leasehold hold = holds[drawn(0, HOLDS - 1)];
    List<Runnable> events = new ArrayList<>(
        List.of(
            () -> hold.found(now), () -> hold.lost(now), () -> hold.begun(now), hold::ended, () -> hold.endedWithoutId(now),
            hold::nothingLeft, () -> hold.countsOn(drawn(1, 7)), () -> hold.wish(drawn(0, 320), 60),
            () -> hold.startable(chance.happens(0.5)), () -> hold.overdraws(chance.happens(0.3) ? drawn(1, 600) : 0),
            () -> hold.baseSaid(drawn(0, 100)), () -> hold.baseAccepted(drawn(0, 100)), hold::baseRefused,
            () -> hold.forgotten(now), () -> hold.accepted(now), () -> hold.refused(now), () -> hold.timedOut(now),
            () -> hold.sampled(now, drawn(0, 320), now - drawn(0, 9) * Micros.SECOND), hold::proved, hold::unproved,
            () -> hold.clockError(now, chance.happens(0.1) ? Lease.ENDLESS : drawn(0, 9) * Micros.SECOND), this::limit));
    if (hold.open(now)) {
      events.addAll(List.of(() -> say(hold), () -> say(hold), () -> say(hold), () -> say(hold)));
    }
    if (hold.awaiting()) {
      events
          .addAll(List.of(() -> hold.accepted(now), () -> hold.accepted(now), () -> hold.accepted(now), () -> hold.accepted(now)));
    }
    if (hold.leases.awaitsSample(now)) {
      events.addAll(List.of(() -> hold.sampled(now, 0, now), () -> hold.sampled(now, 0, now), () -> hold.sampled(now, 0, now)));
    }
    events.get(drawn(0, events.size() - 1)).run();
  }

  private void say(Leasehold hold) {
    long length = hold.keepsLast() ? Lease.ENDLESS : drawn(30, 300) * Micros.SECOND;
    int value = drawn(0, 320);
    int fallback = hold.keepsLast() ? value : drawn(0, 320);
    hold.said(Lease.sent(value, fallback, now, length, hold.clockError, TERMS.settle(), hold.link), now + length / 2);
  }

  private void limit() {
    int zone = drawn(0, PARENTS.length - 1);
    if (chance.happens(0.3)) {
      limits.power(zone, chance.happens(0.5) ? HardLimits.UNLIMITED : drawn(0, 60_000));
    } else {
      limits.current(zone, drawn(0, 2), chance.happens(0.2) ? HardLimits.UNLIMITED : drawn(0, 900));
    }
  }

  private int drawn(int from, int to) {
    return (int) chance.between(from, to);
  }
}
