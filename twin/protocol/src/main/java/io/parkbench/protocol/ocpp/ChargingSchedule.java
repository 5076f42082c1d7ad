package io.parkbench.protocol.ocpp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits over time (OCPP 1.6 section 7.13).
 *
 * @param duration seconds; null: the last period goes on
 * @param startSchedule null: relative to the start of charging
 * @param chargingSchedulePeriod at least one, in the order of their starts; the first starts at 0
 * @param minChargingRate below which charging is inefficient, in the schedule's unit, at most one decimal
 */
public record ChargingSchedule(
    @Nullable Integer duration,
    @Nullable Instant startSchedule,
    ChargingRateUnitType chargingRateUnit,
    @Some List<ChargingSchedulePeriod> chargingSchedulePeriod,
    @Nullable Double minChargingRate) {
  public ChargingSchedule {
    startSchedule = Check.optionalTime("startSchedule", startSchedule);
    Check.required("chargingRateUnit", chargingRateUnit);
    chargingSchedulePeriod = Check.someOf("chargingSchedulePeriod", chargingSchedulePeriod);
    Check.optionalTenths("minChargingRate", minChargingRate);
  }
}
