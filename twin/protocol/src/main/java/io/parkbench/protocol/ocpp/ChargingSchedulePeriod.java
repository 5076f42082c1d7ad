package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/**
 * One limit from its start to the next (OCPP 1.6 section 7.14).
 *
 * @param startPeriod seconds from the start of the schedule
 * @param limit in the schedule's unit, at most one decimal
 * @param numberPhases null means 3
 */
public record ChargingSchedulePeriod(int startPeriod, double limit, @Nullable Integer numberPhases) {
  public ChargingSchedulePeriod {
    Check.tenths("limit", limit);
  }
}
