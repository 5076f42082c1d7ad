package io.parkbench.gateway.limits;

import java.math.BigDecimal;

/**
 * What the building's system leaves a zone for a while (R-BEMS-1).
 *
 * @param zone its id
 * @param value percent of the zone's configured maximum (0…100), A per phase, or kW over all phases; not negative, three decimals at most
 * @param receivedAt µs since 1970
 * @param until when it ends by itself, µs since 1970; {@link #ENDLESS} for never
 * @param by the login that asked for it
 */
public record Reduction(String zone, Kind kind, BigDecimal value, long receivedAt, long until, String by) {
  public static final long ENDLESS = Long.MAX_VALUE;

  private static final int DECIMALS = 3;

  /** What the value is counted in. */
  public enum Kind {
    PERCENTAGE, CURRENT, POWER
  }

  public Reduction {
    if (value.signum() < 0 || value.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException("a reduction to " + value.toPlainString() + " is negative or finer than a thousandth");
    }
    if (kind == Kind.PERCENTAGE && value.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("a reduction to " + value.toPlainString() + " % is above 100 %");
    }
  }
}
