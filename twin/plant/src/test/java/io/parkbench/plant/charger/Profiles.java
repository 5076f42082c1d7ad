package io.parkbench.plant.charger;

import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.protocol.ocpp.RecurrencyKindType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds charging profiles for tests, from one with a single limit on. */
final class Profiles {
  private int id;
  private final ChargingProfilePurposeType purpose;
  private int level;
  private ChargingProfileKindType kind = ChargingProfileKindType.Relative;
  private @Nullable RecurrencyKindType recurrency;
  private ChargingRateUnitType unit = ChargingRateUnitType.A;
  private @Nullable Integer transaction;
  private @Nullable Instant start;
  private @Nullable Integer duration;
  private @Nullable Instant validFrom;
  private @Nullable Instant validTo;
  private final List<ChargingSchedulePeriod> periods = new ArrayList<>();

  private Profiles(ChargingProfilePurposeType purpose, int id) {
    this.purpose = purpose;
    this.id = id;
  }

  static Profiles txDefault(double limit) {
    return new Profiles(ChargingProfilePurposeType.TxDefaultProfile, 100).then(0, limit);
  }

  static Profiles tx(double limit) {
    return new Profiles(ChargingProfilePurposeType.TxProfile, 200).then(0, limit);
  }

  static Profiles max(double limit) {
    return new Profiles(ChargingProfilePurposeType.ChargePointMaxProfile, 300).then(0, limit);
  }

  Profiles then(int second, double limit) {
    return then(second, limit, null);
  }

  Profiles then(int second, double limit, @Nullable Integer phases) {
    periods.add(new ChargingSchedulePeriod(second, limit, phases));
    return this;
  }

  /** Forgets the periods so far and has some at these seconds. */
  Profiles periodsAt(int... seconds) {
    periods.clear();
    for (int second : seconds) {
      then(second, 6 + second);
    }
    return this;
  }

  Profiles onPhases(int phases) {
    ChargingSchedulePeriod last = periods.removeLast();
    return then(last.startPeriod(), last.limit(), phases);
  }

  Profiles id(int id) {
    this.id = id;
    return this;
  }

  Profiles level(int level) {
    this.level = level;
    return this;
  }

  Profiles watts() {
    unit = ChargingRateUnitType.W;
    return this;
  }

  Profiles transaction(int transaction) {
    this.transaction = transaction;
    return this;
  }

  Profiles absolute(@Nullable String start) {
    kind = ChargingProfileKindType.Absolute;
    this.start = start == null ? null : Instant.parse(start);
    return this;
  }

  Profiles recurring(@Nullable RecurrencyKindType recurrency, @Nullable String start) {
    absolute(start);
    kind = ChargingProfileKindType.Recurring;
    this.recurrency = recurrency;
    return this;
  }

  Profiles lasting(int seconds) {
    duration = seconds;
    return this;
  }

  Profiles valid(@Nullable String from, @Nullable String to) {
    validFrom = from == null ? null : Instant.parse(from);
    validTo = to == null ? null : Instant.parse(to);
    return this;
  }

  ChargingProfile build() {
    return new ChargingProfile(
        id,
        transaction,
        level,
        purpose,
        kind,
        recurrency,
        validFrom,
        validTo,
        new ChargingSchedule(duration, start, unit, periods, null));
  }
}
