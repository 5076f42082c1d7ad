package io.parkbench.gateway.session;

import io.parkbench.kernel.Micros;

/**
 * Learns how much a car takes at most, so that others are lent what it leaves (R-ALLOC-7). Its draw has to stay below its setpoint by
 * more than a dead band for a time; then it claims its draw and some headroom, and all again at once when it uses the headroom.
 * One whose draw falls with its setpoint leaves nothing: its pilot shows less than was set, and what lies between is learnt.
 * Currents are in 0.1 A per phase.
 */
public final class Frugality {
  /** So long a car may take to follow a raise. */
  private static final long FOLLOWS = 40 * Micros.SECOND;

  /** So long after its setpoint a draw may fall because of it: samples come each minute, or more often. */
  private static final long FALLS_WITHIN = 90 * Micros.SECOND;

  private static final long NEVER = Long.MAX_VALUE;

  private final int deadBandDa;
  private final int headroomDa;
  private final long hold;

  private int offeredDa;
  private long raisedAt;
  private int claimDa = Integer.MAX_VALUE;
  private long belowSince = NEVER;
  private int mostDa;

  private int drawnDa;
  private int loweredDa;
  private int drawnBeforeDa;
  private long loweredAt = NEVER;
  private int lagDa;

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
      loweredAt = NEVER;
    } else if (da < offeredDa) {
      // only a draw that had come to rest below the setpoint tells something
      boolean rested = now - raisedAt >= FOLLOWS && loweredAt == NEVER && drawnDa >= 10 && drawnDa < offeredDa - deadBandDa;
      loweredDa = offeredDa - da;
      drawnBeforeDa = drawnDa;
      loweredAt = rested && loweredDa >= deadBandDa ? now : NEVER;
    }
    offeredDa = da;
  }

  /**
   * A sample of its highest phase, 0.1 A.
   *
   * @return whether the claim has changed
   */
  public boolean draws(long now, int da) {
    drawnDa = da;
    if (offeredDa == 0 || da < 10 || now - raisedAt < FOLLOWS) {
      belowSince = NEVER;
      return false;
    }
    learnLag(now, da);
    if (da >= offeredDa - lagDa - deadBandDa) {
      belowSince = NEVER;
      boolean wantsMore = offeredDa >= claimDa - deadBandDa;
      claimDa = wantsMore ? Integer.MAX_VALUE : claimDa;
      return wantsMore;
    }
    mostDa = belowSince == NEVER ? da : Math.max(mostDa, da);
    belowSince = Math.min(belowSince, now);
    if (now - belowSince < hold) {
      return false;
    }
    int most = mostDa + lagDa + headroomDa;
    // what it drew before says nothing of what it leaves from now on
    belowSince = now;
    mostDa = da;
    if (most > claimDa - deadBandDa) {
      return false;
    }
    claimDa = most;
    return true;
  }

  /** By how much it draws less than its setpoint because its pilot shows less: it has fallen as far as its setpoint has. */
  private void learnLag(long now, int da) {
    lagDa = Math.clamp((long) offeredDa - da, 0, lagDa);
    if (loweredAt == NEVER || now - loweredAt > FALLS_WITHIN) {
      loweredAt = NEVER;
    } else if (da < offeredDa - deadBandDa && drawnBeforeDa - da >= loweredDa - deadBandDa / 2) {
      lagDa = offeredDa - da;
      loweredAt = NEVER;
    }
  }

  /** The most that it claims; {@link Integer#MAX_VALUE} while that is all it can get. */
  public int claimDa() {
    return claimDa;
  }
}
