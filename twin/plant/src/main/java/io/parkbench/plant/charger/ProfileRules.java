package io.parkbench.plant.charger;

import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;

/**
 * Which charging profiles a station takes at all.
 *
 * @param maxStackLevel highest stack level, {@code ChargeProfileMaxStackLevel}
 * @param maxPeriods periods in one schedule, {@code ChargingScheduleMaxPeriods}
 * @param maxInstalled profiles at one time, {@code MaxChargingProfilesInstalled}
 * @param amps whether limits in A are taken
 * @param watts whether limits in W are taken
 */
public record ProfileRules(int maxStackLevel, int maxPeriods, int maxInstalled, boolean amps, boolean watts) {
  /** What a good station of today takes. */
  public static final ProfileRules USUAL = new ProfileRules(10, 24, 20, true, true);

  /** What a DC station takes: a limit in A would be one of the cable, which says nothing of the supply. */
  public static final ProfileRules IN_WATTS = new ProfileRules(10, 24, 20, false, true);

  public ProfileRules {
    if (maxStackLevel < 0 || maxPeriods < 1 || maxInstalled < 1 || !(amps || watts)) {
      throw new IllegalArgumentException("profile rules that allow nothing");
    }
  }

  /** The value of {@code ChargingScheduleAllowedChargingRateUnit}. */
  String units() {
    return amps && watts ? "Current,Power" : amps ? "Current" : "Power";
  }

  /** Whether the profile is sound in itself and within what the station can keep (OCPP 1.6 §7.8, §7.13). */
  boolean allow(ChargingProfile profile) {
    ChargingSchedule schedule = profile.chargingSchedule();
    boolean unitKnown = schedule.chargingRateUnit() == ChargingRateUnitType.W ? watts : amps;
    boolean recursSoundly = profile.chargingProfileKind() != ChargingProfileKindType.Recurring
        || (profile.recurrencyKind() != null && schedule.startSchedule() != null);
    return unitKnown
        && recursSoundly
        && profile.stackLevel() >= 0
        && profile.stackLevel() <= maxStackLevel
        && (schedule.duration() == null || schedule.duration() >= 0)
        && periodsAreSound(schedule);
  }

  private boolean periodsAreSound(ChargingSchedule schedule) {
    int before = -1;
    for (ChargingSchedulePeriod period : schedule.chargingSchedulePeriod()) {
      Integer phases = period.numberPhases();
      boolean first = before < 0;
      if ((first ? period.startPeriod() != 0 : period.startPeriod() <= before)
          || !(period.limit() >= 0)
          || (phases != null && (phases < 1 || phases > 3))) {
        return false;
      }
      before = period.startPeriod();
    }
    int count = schedule.chargingSchedulePeriod().size();
    return count >= 1 && count <= maxPeriods;
  }
}
