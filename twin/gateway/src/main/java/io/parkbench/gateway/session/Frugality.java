package io.parkbench.gateway.session;

import io.parkbench.kernel.Micros;

/**
 * Learns how much a car takes at most, so that others are lent what it leaves (R-ALLOC-7). Its draw has to stay below its setpoint by
 * more than a dead band for a time; then it claims its draw and some headroom, and all again at once when it uses the headroom.
 * Currents are in 0.1 A per phase.
 */
public final class Frugality {
  /** So long a car may take to follow a raise. */
  private static final long FOLLOWS = 40 * Micros.SECOND;

  private static final long NEVER = Long.MAX_VALUE;

  private final int deadBandDa;
  private final int headroomDa;
  private final long hold;

  private int offeredDa;
  private long raisedAt;
  private int claimDa = Integer.MAX_VALUE;
  private long belowSince = NEVER;
  private int mostDa;

  /**
   * Claims all there is, until it has learnt more.
   *
   * @param deadBandDa more than a car's own margin and its meter's error, less than the headroom, so that nothing hunts
   * @param headroomDa what a lender keeps to show by that it wants more
   * @param hold so long the draw must have been below the setpoint, µs
   */
  public Frugality(int deadBandDa, int headroomDa, long hold) {
    this.deadBandDa = deadBandDa;
    this.headroomDa = headroomDa;
    this.hold = hold;
  }

  /** The station agreed to a setpoint. */
  public void offered(long now, int da) {
    if (da > offeredDa) {
      raisedAt = now;
    }
    offeredDa = da;
  }

  /**
   * A sample of its highest phase, 0.1 A.
   *
   * @return whether the claim has changed
   */
  public boolean draws(long now, int da) {
    if (offeredDa == 0 || da < 10 || now - raisedAt < FOLLOWS) {
      belowSince = NEVER;
      return false;
    }
    if (da >= offeredDa - deadBandDa) {
      belowSince = NEVER;
      boolean wantsMore = offeredDa >= claimDa - deadBandDa;
      claimDa = wantsMore ? Integer.MAX_VALUE : claimDa;
      return wantsMore;
    }
    mostDa = belowSince == NEVER ? da : Math.max(mostDa, da);
    belowSince = Math.min(belowSince, now);
    if (now - belowSince < hold || mostDa + headroomDa > claimDa - deadBandDa) {
      return false;
    }
    claimDa = mostDa + headroomDa;
    belowSince = NEVER;
    return true;
  }

  /** The most that it claims; {@link Integer#MAX_VALUE} while that is all it can get. */
  public int claimDa() {
    return claimDa;
  }
}
