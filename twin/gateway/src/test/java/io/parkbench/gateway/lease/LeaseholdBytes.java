package io.parkbench.gateway.lease;

import java.util.List;

/**
 * Writes the state of a connector into bytes, and is the one place that puts it back into a state found before.
 *
 * <p>What can make no difference any more is left out, so that the states are few: when the newest lease was sent (while it is awaited,
 * that is now), how long ago a lease ended, how long it was, on which link one went that was answered, and leases beside which another
 * counts for more. That this changes nothing is tested.
 */
final class LeaseholdBytes {
  private static final int LONG_AGO = -8;
  /** A sample under way is at most two ticks old, and so only three ticks after an answer can be told apart. */
  private static final int SAMPLES_MATTER = -3;
  /** With nothing before it that a sample could end, only whether the time of a retry has passed. */
  private static final int RETRY = -1;
  private static final Lease UNREAD = Lease.endless(0, 0);

  private LeaseholdBytes() {}

  static void walk(Bytes bytes, Leasehold hold) {
    hold.moved |= bytes.reading();
    hold.tried = bytes.reading() ? null : hold.tried;
    hold.wishDa = bytes.current(hold.wishDa);
    hold.leastDa = 100;
    hold.degradedTold = bytes.current(hold.degradedTold);
    hold.lastSaidDa = bytes.current(hold.lastSaidDa);
    hold.inSession = bytes.flag(hold.inSession);
    hold.connected = bytes.flag(hold.connected);
    hold.awaiting = bytes.flag(hold.awaiting);
    hold.stale = bytes.flag(hold.stale);
    hold.renewAt = bytes.instant(hold.renewAt, LONG_AGO);
    hold.retryAt = bytes.instant(hold.retryAt, 0);
    hold.retryAfter = bytes.length(hold.retryAfter);
    hold.sampleAt = Lease.ENDLESS;
    List<Lease> sent = hold.leases.sent;
    if (!bytes.reading()) {
      forgetOutdone(sent, hold.link);
    }
    int count = bytes.number(sent.size());
    if (bytes.reading()) {
      sent.clear();
      hold.link = 1;
    }
    for (int i = 0; i < count; i++) {
      Lease was = bytes.reading() ? UNREAD : sent.get(i);
      boolean rises = was.degradedDa() > was.valueDa();
      Lease lease = new Lease(
          bytes.current(was.valueDa()), bytes.current(was.degradedDa()), bytes.now(), bytes.length(kind(was.length())),
          bytes.instant(rises ? was.earliestEnd() : was.latestEnd(), 0), bytes.instant(was.latestEnd(), 0),
          bytes.flag(earlierLink(was, hold.link)) ? 0 : 1, bytes.instant(was.acceptedAt(), i == 0 ? RETRY : SAMPLES_MATTER));
      if (bytes.reading()) {
        sent.add(lease);
      }
    }
  }

  /** Takes out leases beside which there is another that, whatever comes, counts for at least as much and as long. */
  private static void forgetOutdone(List<Lease> sent, int link) {
    for (int i = sent.size() - 2; i >= 0; i--) {
      for (int j = 0; j < sent.size(); j++) {
        if (j != i && (j > i || sent.get(i).isReplaced()) && outdone(sent.get(i), sent.get(j), link)) {
          sent.remove(i);
          break;
        }
      }
    }
  }

  private static boolean outdone(Lease lease, Lease other, int link) {
    return lease.isReplaced() == other.isReplaced()
        && (lease.isReplaced() || !lease.accepted() && !other.accepted())
        && earlierLink(lease, link) == earlierLink(other, link)
        && lease.degradedDa() <= lease.valueDa()
        && lease.valueDa() <= other.valueDa()
        && lease.degradedDa() <= other.degradedDa()
        && lease.latestEnd() <= other.latestEnd();
  }

  private static boolean earlierLink(Lease lease, int link) {
    return !lease.accepted() && lease.link() != link;
  }

  /** Of a length it matters only whether it is none or endless. */
  private static long kind(long length) {
    return length == Lease.ENDLESS ? length : Math.min(length, ModelWorld.TICK);
  }
}
