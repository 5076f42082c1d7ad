package io.parkbench.plant.pilot;

/**
 * What the pilot's pulse width says, IEC 61851-1 Annex A: the share of each millisecond that is positive, and the current per conductor
 * that a vehicle may draw.
 */
public final class DutyCycle {
  /** The least current that can be told, A. */
  public static final double LEAST_AMPS = 6;

  /** The highest, A. */
  public static final double MOST_AMPS = 80;

  /** No pulses: nothing is offered. */
  public static final double STEADY = 1;

  /** Below 51 A. */
  public static final double AMPS_PER_SHARE = 60;
  private static final double STEEP_AMPS_PER_SHARE = 250;
  private static final double STEEP_FROM = 0.85;
  private static final double STEEP_OFFSET = 0.64;
  private static final double LEAST = 0.08;
  private static final double LINEAR_FROM = 0.10;
  private static final double STEEP_TO = 0.96;
  private static final double MOST = 0.97;
  private static final double BINARY_DUST = 1e-9;

  private DutyCycle() {}

  /**
   * The duty cycle that says a current: 6 to 51 A a share of amps / 60, above it amps / 250 + 0.64.
   *
   * @param amps 0 for none, which is {@link #STEADY}, or 6 to 80; others throw {@link IllegalArgumentException}
   * @return 0.1 to 0.96, or 1
   */
  public static double of(double amps) {
    if (amps == 0) {
      return STEADY;
    }
    if (!(amps >= LEAST_AMPS && amps <= MOST_AMPS)) {
      throw new IllegalArgumentException("a pilot says 0 A, or 6 to 80 A: " + amps);
    }
    return amps <= STEEP_FROM * AMPS_PER_SHARE ? amps / AMPS_PER_SHARE : amps / STEEP_AMPS_PER_SHARE + STEEP_OFFSET;
  }

  /**
   * What a vehicle may draw when it sees a duty cycle, A per conductor. From 3 to 7 % it would have to speak with the station first
   * (ISO 15118), which these do not, so it is 0 there as everywhere else outside 8 to 97 %.
   *
   * @param share 0 to 1; others throw {@link IllegalArgumentException}
   */
  public static double amps(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a duty cycle is a share from 0 to 1: " + share);
    }
    if (share + BINARY_DUST < LEAST || share - BINARY_DUST > MOST) {
      return 0;
    }
    if (share < LINEAR_FROM) {
      return LEAST_AMPS;
    }
    if (share > STEEP_TO) {
      return MOST_AMPS;
    }
    return share <= STEEP_FROM ? share * AMPS_PER_SHARE : (share - STEEP_OFFSET) * STEEP_AMPS_PER_SHARE;
  }
}
