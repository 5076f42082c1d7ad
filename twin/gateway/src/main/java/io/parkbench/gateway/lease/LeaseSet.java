package io.parkbench.gateway.lease;

import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The leases that may lie in one connector: sent, and neither refused, nor replaced for sure, nor run out (R-LEASE-2). */
final class LeaseSet {
  /** No message of a link that is gone arrives later than this: TCP gives up after a quarter of an hour. */
  private static final long UNDER_WAY = 20 * Micros.MINUTE;

  /** Oldest first. */
  final List<Lease> sent = new ArrayList<>(4);

  private final LeaseTerms terms;
  private final LeaseRules rules;

  LeaseSet(LeaseTerms terms, LeaseRules rules) {
    this.terms = terms;
    this.rules = rules;
  }

  @Nullable
  Lease newest() {
    return sent.isEmpty() ? null : sent.getLast();
  }

  /** The newest one that the station has agreed to. */
  @Nullable
  Lease accepted() {
    int at = newestAccepted();
    return at < 0 ? null : sent.get(at);
  }

  int worstDa(long at) {
    int da = 0;
    for (int i = 0; i < sent.size(); i++) {
      da = Math.max(da, sent.get(i).worstDa(at));
    }
    return da;
  }

  /** The least that any of them allows at {@code at}; what is replaced allows nothing. */
  int surelyDa(long at) {
    int da = Integer.MAX_VALUE;
    for (int i = 0; i < sent.size(); i++) {
      Lease lease = sent.get(i);
      if (!lease.isReplaced()) {
        da = Math.min(da, at < lease.earliestEnd() ? lease.valueDa() : Math.min(lease.valueDa(), lease.degradedDa()));
      }
    }
    return da == Integer.MAX_VALUE ? 0 : da;
  }

  int peakDa(long at) {
    int da = 0;
    for (int i = 0; i < sent.size(); i++) {
      da = Math.max(da, sent.get(i).peakDa(at));
    }
    return da;
  }

  /** The highest that those not replaced allow at {@code at}. */
  int toldDa(long at) {
    int da = 0;
    for (int i = 0; i < sent.size(); i++) {
      da = sent.get(i).isReplaced() ? da : Math.max(da, sent.get(i).worstDa(at));
    }
    return da;
  }

  /** The highest that those not replaced, and told on some link, allow from {@code at} on; the base was told on none. */
  int leftDa(long at) {
    int da = 0;
    for (int i = 0; i < sent.size(); i++) {
      Lease lease = sent.get(i);
      da = lease.link() == 0 || lease.isReplaced() ? da : Math.max(da, lease.peakDa(at));
    }
    return da;
  }

  /** When the last of those that allow more than they fall back to has surely run out, µs; in the past if all have. */
  long fallenBackAt() {
    long at = Long.MIN_VALUE;
    for (int i = 0; i < sent.size(); i++) {
      Lease lease = sent.get(i);
      at = lease.valueDa() > lease.degradedDa() ? Math.max(at, lease.latestEnd()) : at;
    }
    return at;
  }

  /** Whether all have surely run out. */
  boolean allRunOut(long now) {
    return sent.stream().allMatch(lease -> lease.latestEnd() <= now);
  }

  /** When the next one after {@code now} has surely run out, µs. */
  long nextEndAt(long now) {
    long at = Lease.ENDLESS;
    for (int i = 0; i < sent.size(); i++) {
      at = sent.get(i).latestEnd() > now ? Math.min(at, sent.get(i).latestEnd()) : at;
    }
    return at;
  }

  /** What it may draw at {@code at} by the newest agreed to and what came after; by those before, too, until it has settled. */
  int allowedDa(long at, long settle) {
    int by = newestAccepted();
    int from = by < 0 || at < sent.get(by).acceptedAt() + settle ? 0 : by;
    int da = 0;
    for (int i = from; i < sent.size(); i++) {
      da = Math.max(da, sent.get(i).worstDa(at));
    }
    return da;
  }

  void add(Lease lease) {
    if (!rules.keep(LeaseRule.CONFIRM_AFTER_ANSWER)) {
      sent.clear();
    }
    sent.add(lease);
  }

  /** The station agrees to the newest: it replaces the others as far as that is sure. */
  void accept(long now) {
    int by = sent.size() - 1;
    sent.set(by, sent.get(by).acceptedAt(now));
    for (int i = 0; i < by; i++) {
      if (ordered(sent.get(i), sent.get(by)) && !sent.get(i).isReplaced()) {
        sent.set(i, sent.get(i).replaced(now, terms.settle(), terms.length()));
      }
    }
    settle(now, !rules.keep(LeaseRule.CONFIRM_BY_SAMPLE));
  }

  /** A sample has shown that the car follows the newest accepted lease; false if that changes nothing. */
  boolean confirm(long now) {
    int before = sent.size();
    settle(now, true);
    return sent.size() != before;
  }

  /** Takes out what does not count any more. */
  void runOut(long now) {
    settle(now, false);
    // of two that have run out only the higher fallback matters
    for (int i = sent.size() - 2; i >= 0; i--) {
      if (sent.get(i).latestEnd() <= now && outdone(i, now)) {
        sent.remove(i);
      }
    }
  }

  /** Whether something replaced still counts above the newest accepted lease, which a sample could end. */
  boolean awaitsSample(long now) {
    int by = newestAccepted();
    for (int i = 0; i < by; i++) {
      if (sent.get(i).isReplaced() && sent.get(i).worstDa(now) > sent.get(by).valueDa()) {
        return true;
      }
    }
    return false;
  }

  private void settle(long now, boolean confirmed) {
    int by = newestAccepted();
    for (int i = by - 1; i >= 0; i--) {
      Lease old = sent.get(i);
      if (old.isReplaced() && (confirmed || old.worstDa(now) <= sent.get(by).valueDa())) {
        sent.remove(i);
        by--;
      }
    }
  }

  private boolean outdone(int old, long now) {
    for (int i = old + 1; i < sent.size(); i++) {
      if (sent.get(i).latestEnd() <= now && sent.get(i).degradedDa() >= sent.get(old).degradedDa()) {
        return true;
      }
    }
    return false;
  }

  private int newestAccepted() {
    for (int i = sent.size() - 1; i >= 0; i--) {
      if (sent.get(i).accepted()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether the station had {@code old} before {@code by} for sure: answered, or sent on the same link, or too old to be under way
   * still. What was written to a link that is gone may be read after the first words of the next one.
   */
  private boolean ordered(Lease old, Lease by) {
    return old.accepted()
        || old.link() == by.link()
        || old.latestEnd() <= by.sentAt()
        || old.sentAt() + UNDER_WAY <= by.sentAt()
        || !rules.keep(LeaseRule.COUNT_EARLIER_LINKS);
  }
}
