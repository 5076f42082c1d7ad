package io.parkbench.gateway.allocation;

/**
 * Why a session has its setpoint.
 *
 * @param zone the zone whose row holds the session back, or {@link #NONE} with {@link Rule#FULL}
 * @param phase the supply phase (1 to 3) of that row, {@link #POWER} for the zone's power limit, {@link #NONE} with
 *     {@link Rule#FULL}
 * @param share the fraction of their maximum, 0 to 1, at which that row was full; 1 with {@link Rule#FULL}, 0 with
 *     {@link Rule#SHED}
 */
public record Reason(Rule rule, int zone, int phase, double share) {
  public static final int NONE = -1;

  /** Stands for the power limit where otherwise a supply phase stands. */
  public static final int POWER = 0;
}
