package io.parkbench.gateway.lease;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The leases of all connectors: what may be said now. After every {@link #step}, if nothing more were ever said or heard, the sum
 * of what the connectors could be drawing would at no later time exceed a hard limit by anything this book has said (R-LEASE-2, 6).
 *
 * <p>Tell the events to the {@link Leasehold}s, then call {@link #step}; call it again at {@link #nextWakeAt}. Not thread-safe.
 */
public final class LeaseBook {
  private static final Comparator<
      Leasehold> MOST_URGENT = Comparator.comparingLong((Leasehold hold) -> hold.renewAt).thenComparingInt(hold -> hold.order);

  private final List<Leasehold> holds;
  private final LeaseRules rules;
  private final Reserve reserve;
  final WriteBudget budget;
  private final List<Leasehold> due = new ArrayList<>();
  private long[] instants = new long[16];
  private int instantCount;
  private boolean someoneWaits;

  /**
   * @param holds by their order, 0…; raises are given in this order where room is short
   * @param limits kept by the caller, who changes them in place before a step
   */
  public LeaseBook(List<Leasehold> holds, HardLimits limits) {
    this(holds, limits, LeaseRules.ALL);
  }

  /** As above, by another policy, to compare with. */
  public LeaseBook(List<Leasehold> holds, HardLimits limits, LeasePolicy policy) {
    this(holds, limits, LeaseRules.of(policy));
  }

  LeaseBook(List<Leasehold> holds, HardLimits limits, LeaseRules rules) {
    this.holds = List.copyOf(holds);
    this.rules = rules;
    reserve = new Reserve(limits, this.holds);
    budget = new WriteBudget(holds.size());
  }

  /** Says what may be said now: cuts at once, then renewals, the most urgent first, then raises as far as their room is proved free. */
  public void step(long now, LeaseEffects effects) {
    due.clear();
    for (Leasehold hold : holds) {
      hold.leases.runOut(now);
      hold.hold = null;
    }
    reserve.changed();
    for (Leasehold hold : holds) {
      if (hold.open(now) && hold.cutDue() || hold.newCutDue()) {
        say(hold, grant(hold, now), now, effects);
      } else if (hold.open(now) && hold.renewalDue(now)) {
        due.add(hold);
      }
    }
    due.sort(MOST_URGENT);
    for (Leasehold hold : due) {
      if (budget.mayTake(now)) {
        say(hold, grant(hold, now), now, effects);
      } else {
        hold.hold = new Hold(HoldReason.WRITE_BUDGET, -1, budget.nextAt());
      }
    }
    for (Leasehold hold : holds) {
      if (hold.open(now) && hold.fallbackShort(now) && budget.mayTake(now)) {
        mendFallback(hold, now, effects);
      }
    }
    someoneWaits = false;
    for (Leasehold hold : holds) {
      if (hold.inSession() && hold.raiseDue()) {
        raise(hold, now, effects);
        someoneWaits |= hold.hold != null;
      }
    }
    for (Leasehold hold : holds) {
      // a sample that would make room for nobody is not worth its frames
      if (someoneWaits && hold.connected() && now >= hold.sampleAt) {
        hold.sampleAt = hold.leases.awaitsSample(now) ? now + hold.terms.sampleAgain() : Lease.ENDLESS;
        effects.askSample(hold);
      }
    }
  }

  /** When {@link #step} is due even if nothing happens, µs; {@link Lease#ENDLESS} for never. */
  public long nextWakeAt(long now) {
    long next = Lease.ENDLESS;
    for (Leasehold hold : holds) {
      long at = hold.nextWakeAt(now, someoneWaits);
      next = Math.min(next, at);
      if (hold.hold != null && hold.hold.reason() == HoldReason.WRITE_BUDGET) {
        next = Math.min(at > now ? next : Lease.ENDLESS, budget.nextAt());
      }
    }
    return Math.max(next, now);
  }

  /** What is counted in a zone on supply phase 0…2 at {@code at}, 0.1 A: the worst-case sum that the report draws. */
  public int reservedDa(int zone, int phase, long at) {
    reserve.changed();
    return reserve.sum(zone * HardLimits.KINDS + phase, at);
  }

  /** What is counted at {@code at} in every zone: by phases 0…2 in 0.1 A, then its power in 0.1 W; a copy. */
  public int[] reserved(long at) {
    reserve.changed();
    return reserve.sums(at);
  }

  /** Whether a session may start at an idle connector with {@code baseDa}, or its base be raised to that, for good (R-LEASE-1, 2). */
  public boolean admitsBase(Leasehold hold, int baseDa, long now) {
    reserve.changed();
    instantsFor(hold, now, Lease.ENDLESS);
    for (int i = 0; i < instantCount; i++) {
      if (reserve.roomDa(hold, instants[i]) < baseDa) {
        return false;
      }
    }
    return true;
  }

  /** Tells a lease again whose degraded value had no room when it was told, as soon as all of it has. */
  private void mendFallback(Leasehold hold, long now, LeaseEffects effects) {
    Hold before = hold.hold;
    Lease newest = hold.said();
    Lease lease = grant(hold, now);
    if (newest != null && lease.degradedDa() == hold.degradedDa && lease.valueDa() >= newest.valueDa()) {
      say(hold, lease, now, effects);
    } else {
      hold.hold = before;
    }
  }

  private void raise(Leasehold hold, long now, LeaseEffects effects) {
    if (!hold.connected()) {
      hold.hold = new Hold(HoldReason.OWN_LINK, -1, Lease.ENDLESS);
      return;
    }
    if (!hold.open(now)) {
      hold.hold = hold.hold != null ? hold.hold : new Hold(HoldReason.OWN_ANSWER, -1, Lease.ENDLESS);
      return;
    }
    if (!budget.mayTake(now)) {
      hold.hold = new Hold(HoldReason.WRITE_BUDGET, -1, budget.nextAt());
      return;
    }
    Lease newest = hold.said();
    int gainFromDa = newest == null ? 0 : newest.valueDa();
    if (rules.keep(LeaseRule.RAISE_AFTER_CUT) && reserve.roomDa(hold, now) <= gainFromDa) {
      hold.hold = reserve.why(hold, now, now);
      return;
    }
    Lease lease = grant(hold, now);
    int gainDa = newest == null ? lease.valueDa() : lease.valueDa() - newest.valueDa();
    if (lease.valueDa() == hold.wishDa || lease.valueDa() >= hold.leastDa && gainDa >= hold.terms.leastRaiseDa()) {
      say(hold, lease, now, effects);
    }
  }

  private void say(Leasehold hold, Lease lease, long now, LeaseEffects effects) {
    budget.take(now);
    hold.said(lease, renewal(hold, lease, now));
    reserve.changed();
    boolean fallsBack = !hold.keepsLast() && rules.keep(LeaseRule.SECOND_PERIOD);
    effects.say(hold, lease, fallsBack);
  }

  /** Renewals have their turns, spread over the interval by the connectors' order (R-LEASE-8); a lease that ends early its own. */
  private long renewal(Leasehold hold, Lease lease, long now) {
    if (lease.length() == Lease.ENDLESS) {
      return Lease.ENDLESS;
    }
    if (!rules.keep(LeaseRule.RENEW_BEFORE_END)) {
      return now + lease.length() + hold.terms.settle();
    }
    long interval = hold.terms.renewal();
    long turn = interval * hold.order / holds.size();
    long next = now + interval - Math.floorMod(now - turn, interval);
    // a station whose clock is ahead may be at the end before its turn; an unknown clock cannot be raced
    long last = hold.clockError >= lease.length() / 2 ? next : lease.earliestEnd() - hold.terms.retry();
    return Math.max(Math.min(next, last), now + hold.terms.settle());
  }

  /**
   * The best lease that harms nobody: what is wished for as long as usual; else for shorter, so that it is over when another's
   * degraded value comes; else less. What holds it back is left in {@link Leasehold#hold}.
   */
  private Lease grant(Leasehold hold, long now) {
    LeaseTerms terms = hold.terms;
    long error = hold.clockError;
    long length = hold.keepsLast() ? Lease.ENDLESS : terms.length();
    int value = hold.wishDa;
    if (rules.keep(LeaseRule.RAISE_AFTER_CUT)) {
      long end = Lease.latestEnd(now, length, error, terms.settle());
      instantsFor(hold, now, end);
      for (int i = 0; i < instantCount; i++) {
        int room = reserve.roomDa(hold, instants[i]);
        if (room >= value) {
          continue;
        }
        if (hold.hold == null) {
          hold.hold = reserve.why(hold, now, instants[i]);
        }
        long shorter = error == Lease.ENDLESS ? 0 : instants[i] - now - error - terms.settle();
        if (length != Lease.ENDLESS && shorter - 2 * error >= terms.leastLength()) {
          length = shorter;
          hold.hold = null;
          break;
        }
        value = room;
      }
    }
    if (value < hold.wishDa && value < hold.leastDa) {
      value = 0;
    }
    int degraded = hold.keepsLast() ? value : degraded(hold, now, length);
    return Lease.sent(value, degraded, now, length, error, terms.settle(), hold.link);
  }

  /** The degraded value that fits whenever the lease may have run out. */
  private int degraded(Leasehold hold, long now, long length) {
    int value = hold.degradedDa;
    if (rules.keep(LeaseRule.RESERVE_DEGRADED)) {
      instantsFor(hold, Lease.earliestEnd(now, length, hold.clockError), Lease.ENDLESS);
      for (int i = 0; i < instantCount && value > 0; i++) {
        value = Math.min(value, reserve.roomDa(hold, instants[i]));
      }
    }
    return value;
  }

  /**
   * Collects, in order, the instants from {@code from} to before {@code end} at which the room of {@code hold} is least: the first, those
   * at which another may rise to its degraded value, and those at which it loses what it could be drawing itself.
   */
  private void instantsFor(Leasehold hold, long from, long end) {
    instantCount = 0;
    instant(from);
    if (!rules.keep(LeaseRule.RESERVE_DEGRADED)) {
      return;
    }
    for (int i = 0; i < holds.size(); i++) {
      Leasehold other = holds.get(i);
      for (int j = 0; j < other.leases.sent.size(); j++) {
        Lease lease = other.leases.sent.get(j);
        boolean counts = other.order == hold.order || lease.degradedDa() > lease.valueDa();
        long at = other.order == hold.order ? lease.latestEnd() : lease.earliestEnd();
        if (counts && at > from && at < end) {
          instant(at);
        }
      }
    }
    Arrays.sort(instants, 0, instantCount);
  }

  private void instant(long at) {
    if (instantCount == instants.length) {
      instants = Arrays.copyOf(instants, 2 * instantCount);
    }
    instants[instantCount++] = at;
  }
}
