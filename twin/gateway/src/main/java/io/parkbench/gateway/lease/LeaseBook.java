package io.parkbench.gateway.lease;

import io.parkbench.kernel.Micros;
import java.util.ArrayList;
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

  /** How long a raise that had no room rests, if none has come free at once. */
  private static final long TRIES_AGAIN = 5 * Micros.SECOND;

  private final Leasehold[] holds;
  private final LeaseRules rules;
  private final Outlook outlook;
  private final Room room;
  private final Blame blame;
  final WriteBudget budget;
  private final List<Leasehold> due = new ArrayList<>();
  private boolean someoneWaits;
  private boolean someoneShort;

  /**
   * @param holds by their order, 0…; raises are given in this order where room is short
   * @param limits kept by the caller, who changes them in place before a step
   * @param policy the holds' own
   */
  public LeaseBook(List<Leasehold> holds, HardLimits limits, LeasePolicy policy) {
    this(holds, limits, LeaseRules.of(policy));
  }

  LeaseBook(List<Leasehold> holds, HardLimits limits, LeaseRules rules) {
    this.holds = holds.toArray(Leasehold[]::new);
    this.rules = rules;
    outlook = new Outlook(limits, this.holds);
    room = new Room(limits, outlook);
    blame = new Blame(limits, this.holds);
    budget = new WriteBudget(holds.size());
  }

  /**
   * Says what may be said now: cuts at once, then renewals, the most urgent first, then raises as far as their room is proved free and the
   * write budget reaches.
   */
  public void step(long now, LeaseEffects effects) {
    due.clear();
    outlook.refresh(now);
    blame.changed();
    for (Leasehold hold : holds) {
      if (!rests(hold, now)) {
        hold.hold = null;
      }
      if (hold.open(now) && hold.cutDue() || hold.newCutDue()) {
        say(hold, grant(hold, now), now, effects);
      } else if (hold.open(now) && hold.renewalDue(now)) {
        due.add(hold);
      }
    }
    due.sort(MOST_URGENT);
    for (Leasehold hold : due) {
      say(hold, grant(hold, now), now, effects);
    }
    someoneShort = false;
    for (Leasehold hold : holds) {
      if (hold.fallbackShort()) {
        someoneShort = true;
        if (hold.open(now) && now >= hold.mendableAt() && budget.mayTake(now)) {
          mendFallback(hold, now, effects);
        }
      }
    }
    someoneWaits = false;
    for (Leasehold hold : holds) {
      if (hold.inSession() && hold.raiseDue()) {
        if (!rests(hold, now)) {
          raise(hold, now, effects);
        }
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

  /** Takes in what one connector has answered; false if it lets nothing be said, to nobody, so that {@link #step} need not be called. */
  public boolean letsMoreBeSaid(Leasehold hold, long now) {
    int before = outlook.sessionDa(hold);
    outlook.refresh(hold, now);
    return someoneWaits || someoneShort || outlook.sessionDa(hold) != before || hold.cutDue() || hold.raiseDue()
        || hold.renewalDue(now);
  }

  /** When {@link #step} is due even if nothing happens, µs; {@link Lease#ENDLESS} for never. */
  public long nextWakeAt(long now) {
    long next = Lease.ENDLESS;
    for (Leasehold hold : holds) {
      long at = nextWakeAt(hold, now);
      if (hold.hold != null && hold.hold.reason() == HoldReason.WRITE_BUDGET) {
        at = Math.min(at > now ? at : Lease.ENDLESS, budget.raiseAt(hold.order));
      }
      next = Math.min(next, at);
      if (someoneShort && hold.fallbackShort() && hold.mendableAt() > now) {
        next = Math.min(next, hold.mendableAt());
      }
      Attempt tried = hold.tried;
      if (tried != null && isHeldAs(hold, tried) && tried.changes() != outlook.changes()) {
        next = Math.min(next, tried.again());
      }
    }
    return Math.max(next, now);
  }

  /** The same for one connector. */
  public long nextWakeAt(Leasehold hold, long now) {
    return hold.nextWakeAt(now, someoneWaits);
  }

  /** What is counted at {@code at} in every zone, the worst-case sum: by phases 0…2 in 0.1 A, then its power in 0.1 W; a copy. */
  public int[] reserved(long at) {
    outlook.refresh(at);
    return outlook.sums();
  }

  /** Whether a session may start at an idle connector with {@code baseDa}, or its base be raised to that, for good (R-LEASE-1, 2). */
  public boolean admitsBase(Leasehold hold, int baseDa, long now) {
    outlook.refresh(now);
    room.look(hold, now, baseDa, true);
    return !room.isShortOf(baseDa, rules.keep(LeaseRule.RESERVE_DEGRADED) ? Lease.ENDLESS : now);
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

  /**
   * Whether a raise would be held back as when it was tried last. Neither it
   * nor who stands in its way has changed, nobody counts with less, and if anything has changed that was a moment ago.
   */
  private boolean rests(Leasehold hold, long now) {
    Attempt tried = hold.tried;
    return tried != null
        && isHeldAs(hold, tried)
        && isInVain(hold, tried, now)
        && outlook.isAsBefore(hold.order, tried.changes())
        && (tried.held() == null || tried.held().by() < 0 || outlook.isAsBefore(tried.held().by(), tried.changes()));
  }

  @SuppressWarnings("ReferenceEquality") // the same words for another try do not count
  private static boolean isHeldAs(Leasehold hold, Attempt tried) {
    return hold.hold != null && hold.hold == tried.held();
  }

  private boolean isInVain(Leasehold hold, Attempt tried, long now) {
    return tried.toDa() == hold.wishDa
        && tried.freed() == outlook.freed()
        && (tried.changes() == outlook.changes() || now < tried.again());
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
    if (!budget.mayRaise(hold.order, now)) {
      hold.hold = new Hold(HoldReason.WRITE_BUDGET, -1, budget.raiseAt(hold.order));
      return;
    }
    Lease newest = hold.said();
    int gainFromDa = newest == null ? 0 : newest.valueDa();
    if (rules.keep(LeaseRule.RAISE_AFTER_CUT)) {
      room.look(hold, now, hold.wishDa, true);
      if (room.da() <= gainFromDa) {
        hold.hold = blame.why(hold, room.row(), now, now);
        tried(hold, now);
        return;
      }
    }
    Attempt tried = hold.tried;
    if (tried != null && isInVain(hold, tried, now)) {
      hold.hold = tried.held();
      return;
    }
    Lease lease = grant(hold, now);
    tried(hold, now);
    int gainDa = newest == null ? lease.valueDa() : lease.valueDa() - newest.valueDa();
    if (lease.valueDa() == hold.wishDa || lease.valueDa() >= hold.leastDa && gainDa >= hold.terms.leastRaiseDa()) {
      say(hold, lease, now, effects);
      budget.raised(hold.order);
    }
  }

  private void tried(Leasehold hold, long now) {
    hold.tried = new Attempt(hold.wishDa, hold.hold, outlook.freed(), outlook.changes(), now + TRIES_AGAIN);
  }

  private void say(Leasehold hold, Lease lease, long now, LeaseEffects effects) {
    budget.take(now);
    hold.said(lease, renewal(hold, lease, now));
    outlook.refresh(hold, now);
    blame.changed();
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
    long interval = hold.terms.renewal(Math.max(hold.terms.length(), lease.length()));
    long turn = interval * hold.order / holds.length;
    long next = now + interval - Math.floorMod(now - turn, interval);
    // a station whose clock is ahead may be at the end before its turn; an unknown clock cannot be raced
    long last = hold.clockError >= lease.length() / 2 ? next : lease.earliestEnd() - hold.terms.settle();
    return Math.max(Math.min(next, last), now + hold.terms.settle());
  }

  /**
   * The best lease that harms nobody: what is wished for as long as usual; else for shorter, so that it is over when another's
   * degraded value comes; else less. What holds it back is left in {@link Leasehold#hold}.
   */
  private Lease grant(Leasehold hold, long now) {
    LeaseTerms terms = hold.terms;
    long error = hold.clockError;
    long length = hold.fullLength();
    int value = hold.wishDa;
    if (rules.keep(LeaseRule.RAISE_AFTER_CUT)) {
      long end = rules.keep(LeaseRule.RESERVE_DEGRADED) ? Lease.latestEnd(now, length, error, terms.settle()) : now;
      Lease newest = hold.said();
      room.look(hold, now, value, newest == null || value > newest.valueDa());
      while (room.isShortOf(value, end)) {
        if (hold.hold == null) {
          hold.hold = blame.why(hold, room.row(), now, room.instant());
        }
        long shorter = error == Lease.ENDLESS ? 0 : room.instant() - now - error - terms.settle();
        if (length != Lease.ENDLESS && shorter - 2 * error >= terms.leastLength()) {
          length = shorter;
          hold.hold = null;
          break;
        }
        value = room.da();
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
      room.look(hold, Lease.earliestEnd(now, length, hold.clockError), value, true);
      while (value > 0 && room.isShortOf(value, Lease.ENDLESS)) {
        value = room.da();
      }
    }
    return value;
  }
}
