package io.parkbench.plant.charger;

import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import java.util.function.DoublePredicate;

/** The seam of the profile stack: which profiles a station takes, what it makes of them, and which it keeps, by its quirks. */
final class ProfileQuirks {
  private final Quirks quirks;

  ProfileQuirks(Quirks quirks) {
    this.quirks = quirks;
  }

  /** A stack as the standard has it. */
  static ProfileQuirks none() {
    return new ProfileQuirks(Quirks.ofCharger());
  }

  /** Whether a sound profile is rejected all the same. */
  boolean refuse(ChargingProfile profile) {
    if (quirks.isEmpty()) {
      return false;
    }
    ChargingSchedule schedule = profile.chargingSchedule();
    return quirks.has(Quirk.LIMIT_VIA_CONFIG_KEY)
        || quirks.has(Quirk.STACK_ZERO_ONLY) && profile.stackLevel() > 0
        || quirks.has(Quirk.CHARGEPOINTMAX_REJECTED)
            && profile.chargingProfilePurpose() == ChargingProfilePurposeType.ChargePointMaxProfile
        || quirks.has(Quirk.RATE_UNIT_TOKEN_W) && schedule.chargingRateUnit() == ChargingRateUnitType.A
        || quirks.has(Quirk.WHOLE_AMPS_ONLY) && anyLimit(schedule, limit -> limit != Math.rint(limit))
        || quirks.has(Quirk.ABSOLUTE_KIND_REJECTED)
            && (profile.chargingProfileKind() == ChargingProfileKindType.Absolute
                || anyLimit(schedule, limit -> limit == 0 || limit == Offers.LEAST));
  }

  private static boolean anyLimit(ChargingSchedule schedule, DoublePredicate test) {
    return schedule.chargingSchedulePeriod().stream().mapToDouble(ChargingSchedulePeriod::limit).anyMatch(test);
  }

  /** What is made of a profile received at {@code now}, µs of station time. */
  ChargingProfile reshape(ChargingProfile profile, long now) {
    boolean fromReceipt = quirks.has(Quirk.RELATIVE_FROM_RECEIPT)
        && profile.chargingProfileKind() == ChargingProfileKindType.Relative;
    boolean forEver = quirks.has(Quirk.IGNORES_DURATION);
    if (!fromReceipt && !forEver) {
      return profile;
    }
    ChargingSchedule schedule = profile.chargingSchedule();
    return new ChargingProfile(
        profile.chargingProfileId(),
        profile.transactionId(),
        profile.stackLevel(),
        profile.chargingProfilePurpose(),
        fromReceipt ? ChargingProfileKindType.Absolute : profile.chargingProfileKind(),
        profile.recurrencyKind(),
        profile.validFrom(),
        profile.validTo(),
        new ChargingSchedule(
            forEver ? null : schedule.duration(),
            fromReceipt ? StationClock.instant(now) : schedule.startSchedule(),
            schedule.chargingRateUnit(),
            schedule.chargingSchedulePeriod(),
            schedule.minChargingRate()));
  }

  /** Whether what is accepted is not done. */
  boolean ignore() {
    return quirks.has(Quirk.ACCEPT_BUT_IGNORE_LIMIT);
  }

  /** Whether an accepted profile waits for the end of what runs now. */
  boolean putOff(ChargingProfile profile) {
    return quirks.has(Quirk.TXDEFAULT_NEXT_TRANSACTION_ONLY)
        && profile.chargingProfilePurpose() == ChargingProfilePurposeType.TxDefaultProfile;
  }

  boolean takesTxProfileWithoutTransaction() {
    return quirks.has(Quirk.TXPROFILE_WITHOUT_TRANSACTION_ACCEPTED);
  }

  /** Whether a profile stays although its removal was asked for. */
  boolean keep(InstalledProfile profile) {
    return quirks.has(Quirk.STALE_HIGH_STACK_WINS) && profile.stackLevel > 0
        || quirks.has(Quirk.CLEAR_UNKNOWN_AT_STACK0) && profile.stackLevel == 0;
  }

  /** Whether the answer speaks of a kept profile as of one that is gone. */
  boolean denyKept() {
    return quirks.has(Quirk.STALE_HIGH_STACK_WINS);
  }

  /** Whether a profile goes with the link. */
  boolean losesOffline(InstalledProfile profile) {
    return quirks.has(Quirk.PROFILE_LOST_ON_DISCONNECT)
        || quirks.has(Quirk.TXDEFAULT_IGNORED_OFFLINE) && profile.purpose == ChargingProfilePurposeType.TxDefaultProfile;
  }

  /** Whether a TxDefaultProfile limits beside a TxProfile. */
  boolean basesCapToo() {
    return quirks.has(Quirk.MIN_OVER_ALL_PURPOSES);
  }
}
