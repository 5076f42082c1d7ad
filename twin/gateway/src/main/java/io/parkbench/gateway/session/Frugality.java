package io.parkbench.gateway.session;

import io.parkbench.kernel.Micros;

/**
 * Learns how much a car takes at most, so that others are lent what it leaves (R-ALLOC-7). Its draw has to stay below its setpoint by
 * more than a dead band for a time; then it claims its draw and some headroom, and all again at once when it uses the headroom.
 * Currents are in 0.1 A per phase.
 */
public final class Frugality {
  /** More than a car's own margin and its meter's error, less than the headroom, so that nothing hunts. */
  private static final int DEAD_BAND_DA = 10;

  /** What a lender keeps to show by that it wants more. */
  private static final int HEADROOM_DA = 20;

  /** So long the draw must have been below the setpoint. */
  private static final long HOLD = 110 * Micros.SECOND;

  /** So long a car may take to follow a raise. */
  private static final long FOLLOWS = 40 * Micros.SECOND;

  private static final long NEVER = Long.MAX_VALUE;

  private int offeredDa;
  private long raisedAt;
  private int claimDa = Integer.MAX_VALUE;
  private long belowSince = NEVER;
  private int mostDa;

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
    if (da >= offeredDa - DEAD_BAND_DA) {
      belowSince = NEVER;
      boolean wantsMore = offeredDa >= claimDa - DEAD_BAND_DA;
      claimDa = wantsMore ? Integer.MAX_VALUE : claimDa;
      return wantsMore;
    }
    mostDa = belowSince == NEVER ? da : Math.max(mostDa, da);
    belowSince = Math.min(belowSince, now);
    if (now - belowSince < HOLD || mostDa + HEADROOM_DA > claimDa - DEAD_BAND_DA) {
      return false;
    }
    claimDa = mostDa + HEADROOM_DA;
    belowSince = NEVER;
    return true;
  }

  /** The most that it claims; {@link Integer#MAX_VALUE} while that is all it can get. */
  public int claimDa() {
    return claimDa;
  }
}
