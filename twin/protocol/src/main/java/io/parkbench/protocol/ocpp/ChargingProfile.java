package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A charging profile (OCPP 1.6 section 7.8).
 *
 * @param transactionId only with purpose TxProfile; null elsewhere and inside RemoteStartTransaction
 * @param stackLevel 0 or more; the highest valid one of a purpose wins
 * @param recurrencyKind only with kind Recurring
 * @param validFrom null: valid as soon as it is received
 * @param validTo exclusive; null: until replaced
 */
public record ChargingProfile(
    int chargingProfileId,
    @Nullable Integer transactionId,
    int stackLevel,
    ChargingProfilePurposeType chargingProfilePurpose,
    ChargingProfileKindType chargingProfileKind,
    @Nullable RecurrencyKindType recurrencyKind,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    ChargingSchedule chargingSchedule) {
  public ChargingProfile {
    Check.atLeast("stackLevel", stackLevel, 0);
    Check.required("chargingProfilePurpose", chargingProfilePurpose);
    Check.required("chargingProfileKind", chargingProfileKind);
    validFrom = Check.optionalTime("validFrom", validFrom);
    validTo = Check.optionalTime("validTo", validTo);
    Check.required("chargingSchedule", chargingSchedule);
  }
}
