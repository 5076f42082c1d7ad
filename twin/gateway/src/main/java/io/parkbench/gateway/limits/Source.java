package io.parkbench.gateway.limits;

import java.util.Locale;

/** What can limit a zone, of itself; the zones above it bind besides. In the order in which equals are named. */
public enum Source {
  /** The zone's maximum. */
  MAXIMUM,
  /** What its other loads leave of a dynamic zone (R-DYN-1). */
  METER,
  /** The degraded setpoint of a dynamic zone without a trustworthy reading (R-DYN-6). */
  DEGRADED,
  /** The tariff period in force (R-TOU-1). */
  TARIFF,
  /** An active digital input (R-DI-1). */
  INPUT,
  /** A reduction by the building's system (R-BEMS-1). */
  REDUCTION;

  /** As recordings, scenarios and people have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
