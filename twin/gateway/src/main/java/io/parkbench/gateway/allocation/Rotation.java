package io.parkbench.gateway.allocation;

import io.parkbench.kernel.Micros;

/**
 * Decides over time who charges when the floors do not all fit (R-ALLOC-5): drives the {@link Allocator}, keeps who is admitted,
 * and looks at the shed order again every 15 minutes.
 *
 * <p>The shed order by energy or duration is consulted when somebody has to be suspended. From that instant on it stands for
 * {@link #PERIOD}, with the amounts of that instant, and until it has passed nobody is swapped for fairness alone:
 *
 * <ul>
 *   <li>a session not seen before comes first in its class, so it has its floor at once, at the cost of whoever is last in the
 *       standing order;
 *   <li>then those who are admitted, in the standing order, the shielded before the others: they stay as long as they fit; who no
 *       longer fits is suspended;
 *   <li>then those who are suspended, in the standing order: room that has become free is theirs at once.
 * </ul>
 *
 * <p>When the period has passed and still not everybody fits, the order is made anew from what each has received by then, the
 * shielded ones still first. A session that does not ask for a while is not a new one when it asks again. Ranks
 * (VIP, class) are never a matter of fairness: they come first at every decision.
 */
public final class Rotation {
  /** How long a shed order stands, in microseconds. */
  public static final long PERIOD = 15 * Micros.MINUTE;

  /** {@link #nextWakeAt()} when nobody waits for the order to be looked at. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int NEW = 0;
  private static final int SHIELDED = 1;
  private static final int ADMITTED = 2;
  private static final int WAITING = 3;

  private final Allocator allocator;
  private final ShedBy by;
  private final long period;
  private final ShedOrder standing;

  /** By slot: the start of the session that the standing is about. */
  private final long[] seen;

  private final boolean[] known;

  private long standsUntil = Long.MIN_VALUE;
  private long nextWakeAt = NEVER;

  /** Keeps the order for {@code allocator}, and for as many slots as it has; an order stands for {@link #PERIOD}. */
  public Rotation(Allocator allocator, ShedBy by) {
    this(allocator, by, PERIOD);
  }

  /**
   * The same with a period of its own.
   *
   * @param period how long a shed order stands, in microseconds, above 0
   */
  public Rotation(Allocator allocator, ShedBy by, long period) {
    int slots = allocator.slots();
    this.allocator = allocator;
    this.by = by;
    this.period = period;
    standing = new ShedOrder(slots);
    seen = new long[slots];
    known = new boolean[slots];
  }

  /**
   * Allocates at the instant {@code now}; the result is in the allocator. To be called whenever limits or demand have changed
   * and at {@link #nextWakeAt()}.
   *
   * @param now microseconds since 1970, never less than before
   */
  public void share(long now, Limits limits, Demand demand) {
    boolean due = now >= standsUntil;
    for (int s = 0; s < demand.slots(); s++) {
      if (!demand.present(s)) {
        continue;
      }
      boolean same = known[s] && seen[s] == demand.startedAt[s];
      known[s] = true;
      seen[s] = demand.startedAt[s];
      if (due || !same) {
        standing.amount[s] = ShedOrder.amount(demand, by, s);
        standing.standing[s] = same ? ADMITTED : NEW;
      }
      if (demand.shielded[s] && standing.standing[s] == ADMITTED) {
        standing.standing[s] = SHIELDED;
      }
    }
    allocator.allocate(limits, demand, standing.sorted(demand));
    boolean anySuspended = allocator.suspended() > 0;
    for (int s = 0; s < demand.slots(); s++) {
      if (demand.present(s)) {
        standing.standing[s] = anySuspended && allocator.rule(s) == Rule.SHED ? WAITING : ADMITTED;
      }
    }
    if (!anySuspended) {
      nextWakeAt = NEVER;
      return;
    }
    if (due) {
      standsUntil = now + period;
    }
    nextWakeAt = standsUntil;
  }

  /** When {@link #share} is to be called even if nothing has changed: at the end of the period while somebody is suspended. */
  public long nextWakeAt() {
    return nextWakeAt;
  }
}
