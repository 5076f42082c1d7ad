package io.parkbench.gateway.session;

import io.parkbench.kernel.Micros;

/**
 * Counts a session's energy from the readings of its register, passing over those that cannot be (R-SEC-3 in small): a register
 * that runs backwards, or further than the connector's rating allows in the time between. A register that has begun anew is
 * counted on from the second reading after that.
 */
public final class EnergyCount {
  /** A register may be ahead of the rating by so much: its own class, and its steps of up to 1 kWh. */
  private static final double SLACK_WH = 1_000;

  private static final double TOLERANCE = 1.2;

  private final double ratedW;
  private double lastWh;
  private long lastHeard;
  private long lastStamp;
  private double countedWh;
  private double strangeWh = Double.NaN;
  private long strangeHeard;
  private long strangeStamp;

  /**
   * Starts at the session's begin.
   *
   * @param registerWh the register then
   * @param heard when the gateway heard of it, µs
   * @param stamp when it was, by the station's clock, µs
   */
  public EnergyCount(double ratedW, double registerWh, long heard, long stamp) {
    this.ratedW = ratedW;
    this.lastWh = registerWh;
    this.lastHeard = heard;
    this.lastStamp = stamp;
  }

  /**
   * Takes a reading in.
   *
   * @return whether it was plausible
   */
  public boolean read(double registerWh, long heard, long stamp) {
    if (advances(lastWh, lastHeard, lastStamp, registerWh, heard, stamp)) {
      countedWh += registerWh - lastWh;
    } else if (advances(strangeWh, strangeHeard, strangeStamp, registerWh, heard, stamp)) {
      countedWh += registerWh - strangeWh;
    } else {
      strangeWh = registerWh;
      strangeHeard = heard;
      strangeStamp = stamp;
      return false;
    }
    lastWh = registerWh;
    lastHeard = heard;
    lastStamp = stamp;
    strangeWh = Double.NaN;
    return true;
  }

  private boolean advances(double fromWh, long fromHeard, long fromStamp, double registerWh, long heard, long stamp) {
    // a station that was offline hands in its samples at once, so the longer of the two clocks counts
    double hours = Math.max(heard - fromHeard, stamp - fromStamp) / (double) Micros.HOUR;
    double deltaWh = registerWh - fromWh;
    return deltaWh >= 0 && deltaWh <= ratedW * Math.max(hours, 0) * TOLERANCE + SLACK_WH;
  }

  /** The register by the last plausible reading, Wh. */
  public double registerWh() {
    return lastWh;
  }

  /** The energy since the session began, Wh. */
  public double wh() {
    return countedWh;
  }
}
