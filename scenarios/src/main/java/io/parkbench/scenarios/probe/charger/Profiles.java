package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
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

/** Makes charging profiles in the form that a charger takes. */
final class Profiles {
  private static final int ID = 1_000;
  private static final int LEVELS = 200;

  private final ChargerUnderTest charger;

  Profiles(ChargerUnderTest charger) {
    this.charger = charger;
  }

  /** Which form a profile has. */
  record Form(ChargingRateUnitType unit, ChargingProfileKindType kind, int level, @Nullable RecurrencyKindType recurs) {
    Form atLevel(int other) {
      return new Form(unit, kind, other, recurs);
    }
  }

  /** The one that is known to be taken, at stack level 0. */
  Form usual() {
    return new Form(charger.known.unit, charger.known.kind, 0, null);
  }

  /** Ids are by purpose and level, so that a new one takes the old one's place. */
  static int id(ChargingProfilePurposeType purpose, int level) {
    int first = switch (purpose) {
      case ChargePointMaxProfile -> ID;
      case TxDefaultProfile -> ID + LEVELS;
      case TxProfile -> ID + 2 * LEVELS;
    };
    return first + level;
  }

  /**
   * @param connector whose transaction a TxProfile is for; what is Relative counts from its start
   * @param lasts µs from now, or 0 for ever
   */
  ChargingProfile of(ChargingProfilePurposeType purpose, Form form, int connector, long lasts, List<Step> steps) {
    Charging running = charger.central.running(connector);
    boolean relative = form.kind == ChargingProfileKindType.Relative;
    long elapsed = relative && running != null ? charger.now() - running.startedAt : 0;
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (Step step : steps) {
      int start = periods.isEmpty() ? 0 : seconds(elapsed + step.after());
      periods.add(new ChargingSchedulePeriod(start, limit(step.amps(), form.unit), null));
    }
    Instant begins = relative ? null : instant(charger.central.stationNow());
    return new ChargingProfile(
        id(purpose, form.level),
        purpose == ChargingProfilePurposeType.TxProfile && running != null ? running.id : null,
        form.level,
        purpose,
        form.kind,
        form.recurs,
        null,
        null,
        new ChargingSchedule(lasts == 0 ? null : seconds(elapsed + lasts), begins, form.unit, periods, null));
  }

  /** A Relative TxProfile for connector 1 whose periods count from the start of its transaction. */
  ChargingProfile relative(double first, long then, double second) {
    Charging running = charger.central.running(1);
    ChargingRateUnitType unit = charger.known.unit;
    return new ChargingProfile(id(ChargingProfilePurposeType.TxProfile, 0), running == null ? null : running.id, 0,
        ChargingProfilePurposeType.TxProfile, ChargingProfileKindType.Relative, null, null, null,
        new ChargingSchedule(null, null, unit, List.of(new ChargingSchedulePeriod(0, limit(first, unit), null),
            new ChargingSchedulePeriod(seconds(then), limit(second, unit), null)), null));
  }

  private static int seconds(long micros) {
    return (int) Math.round(micros / (double) Micros.SECOND);
  }

  private static Instant instant(long micros) {
    return Micros.toInstant(micros - Math.floorMod(micros, Micros.SECOND));
  }

  private double limit(double amps, ChargingRateUnitType unit) {
    double limit = unit == ChargingRateUnitType.A ? amps : amps * charger.known.volts * charger.known.phases;
    return Math.round(limit * 10) / 10.0;
  }
}
