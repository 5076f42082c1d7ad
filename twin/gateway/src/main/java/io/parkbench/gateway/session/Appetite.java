package io.parkbench.gateway.session;

import io.parkbench.kernel.Micros;

/**
 * Learns from its draw from which current on a car charges at all, and whether it wants any now (R-ALLOC-15). A car that has a
 * setpoint and draws nothing for a while may need more than the standard's floor, so the floors that cars are known to have are
 * tried upwards, each once. After that its reserve is released: it keeps its floor, and comes after all others once it has
 * suspended itself for long. Currents are in 0.1 A per phase.
 *
 * <p>A car that has charged with a current as low has shown that this is not why it draws nothing, and nothing is tried. One that
 * never did is offered the highest floor again from time to time, where there is room: it may have waited for its hour.
 */
public final class Appetite {
  /** The floors of cars above 6 A (quirks floor-8A, floor-11A, floor-14A-three-phase). */
  private static final int[] FLOORS_DA = {80, 110, 140};

  private static final int HIGHEST_DA = FLOORS_DA[FLOORS_DA.length - 1];

  /** So long a car may take to follow: what it draws before says nothing of its new setpoint. */
  private static final long SETTLED = 40 * Micros.SECOND;

  private static final long NEVER = Long.MAX_VALUE;

  private final long idle;
  private final long suspended;
  private final long again;
  private final boolean learns;

  private int offeredDa;
  private long offeredSince;
  private long quietSince = NEVER;
  private long suspendedSince = NEVER;
  private int lowestDa = Integer.MAX_VALUE;
  private int refutedDa;
  private int learntDa;
  private int triedDa;
  private boolean released;
  private boolean last;
  private long renewsAt = NEVER;

  /**
   * @param idle how long a car must draw nothing before something is done about it, µs
   * @param suspended how long it must have suspended itself before all others come first, µs
   * @param again how long after its release a car that never showed its floor is offered the highest once more, µs
   * @param learns whether floors are tried: not for DC, which has none of its own
   */
  public Appetite(long idle, long suspended, long again, boolean learns) {
    this.idle = idle;
    this.suspended = suspended;
    this.again = again;
    this.learns = learns;
  }

  /** The station agreed to a setpoint; 0 says nothing of what the car would do. */
  public void offered(long now, int da) {
    if (da == offeredDa) {
      return;
    }
    boolean tryBegins = triedDa > offeredDa && da >= triedDa;
    offeredDa = da;
    offeredSince = now;
    if (da == 0) {
      quietSince = NEVER;
      suspendedSince = released ? suspendedSince : NEVER;
    } else if (tryBegins) {
      quietSince = now;
    }
  }

  /**
   * A sample shows that the car draws nothing.
   *
   * @return whether this is news
   */
  public boolean quiet(long now) {
    boolean news = offeredDa > 0 && quietSince == NEVER && now - offeredSince >= SETTLED;
    if (news) {
      quietSince = offeredSince;
    }
    return news;
  }

  /** The station says that the car has suspended itself; where it has nothing to charge with that says nothing. */
  public void suspended(long now) {
    if (offeredDa > 0) {
      quietSince = Math.min(quietSince, now);
      suspendedSince = Math.min(suspendedSince, now);
    }
  }

  /**
   * The car draws.
   *
   * @return whether the session's claim has changed by it
   */
  public boolean draws(long now) {
    int floorBeforeDa = floorDa();
    boolean was = released;
    if (offeredDa > 0 && now - offeredSince >= SETTLED) {
      lowestDa = Math.min(lowestDa, offeredDa);
    }
    learntDa = Math.min(lowestDa, triedDa <= offeredDa ? Math.max(learntDa, triedDa) : learntDa);
    triedDa = 0;
    stirs();
    return was || floorDa() != floorBeforeDa;
  }

  /**
   * The station says that the car charges, which is not to say that it draws: the full claim is back, and nothing is learnt.
   *
   * @return whether the session's claim has changed by it
   */
  public boolean stirs() {
    boolean was = released;
    if (released) {
      triedDa = 0;
    }
    released = false;
    last = false;
    quietSince = NEVER;
    suspendedSince = NEVER;
    renewsAt = NEVER;
    return was;
  }

  /**
   * Does what is due; to be called at {@link #nextWakeAt}.
   *
   * @param maxDa the connector's rating
   * @return whether the session's claim has changed
   */
  public boolean wake(long now, int maxDa) {
    if (now < nextWakeAt()) {
      return false;
    }
    if (!released) {
      giveUp(now, maxDa);
    } else if (now >= lastAt()) {
      last = true;
    } else {
      boolean renews = triedDa == 0;
      triedDa = renews ? Math.min(HIGHEST_DA, maxDa) : 0;
      renewsAt = now + (renews ? idle : again);
    }
    return true;
  }

  private void giveUp(long now, int maxDa) {
    refutedDa = Math.max(refutedDa, offeredDa);
    triedDa = 0;
    if (learns && lowestDa > offeredDa) {
      for (int i = FLOORS_DA.length - 1; i >= 0; i--) {
        if (FLOORS_DA[i] > refutedDa && FLOORS_DA[i] <= maxDa) {
          triedDa = FLOORS_DA[i];
        }
      }
    }
    released = triedDa == 0;
    renewsAt = released && learns && lowestDa > HIGHEST_DA ? now + again : NEVER;
  }

  /** When {@link #wake} is due, µs; {@link Long#MAX_VALUE} for never. */
  public long nextWakeAt() {
    if (released) {
      return Math.min(renewsAt, lastAt());
    }
    // what is being tried has not been given yet: there is no room
    return quietSince == NEVER || triedDa > offeredDa ? NEVER : quietSince + idle;
  }

  private long lastAt() {
    return last || suspendedSince == NEVER ? NEVER : suspendedSince + suspended;
  }

  /** The floor that the car has shown to need, or that is tried, 0.1 A; 0 for the standard's. */
  public int floorDa() {
    return released ? learntDa : Math.max(learntDa, triedDa);
  }

  /** The most that a released car is offered all the same, 0.1 A; 0 for no more than its floor. */
  public int offersDa() {
    return triedDa;
  }

  /** Whether its reserve is released. */
  public boolean released() {
    return released;
  }

  /** Whether it has suspended itself so long that it comes after all others. */
  public boolean last() {
    return last;
  }
}
