package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.site.StationModel;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says leases as OCPP 1.6 charging profiles (R-LEASE-1): the base as TxDefaultProfile of the whole station, a session's lease as its
 * TxProfile of two periods, both at stack level 0, the lowest and the only one that every station takes.
 */
final class Profiles {
  private static final int STACK_LEVEL = 0;
  private static final int BASE_ID = 1;
  private static final int LEASE_ID = 10;

  private Profiles() {}

  /**
   * Every session of the station starts with 0 A until it has a lease. It has no end and, where the station takes Absolute schedules, a
   * begin that no clock has before it: a clock that jumps back would take a transaction's begin for the future.
   */
  static SetChargingProfile.Req base(ChargingRateUnitType unit, ChargingProfileKindType kind) {
    ChargingSchedule schedule = new ChargingSchedule(
        null, kind == ChargingProfileKindType.Absolute ? Instant.EPOCH : null, unit,
        List.of(new ChargingSchedulePeriod(0, 0, null)),
        null);
    return request(0, BASE_ID, ChargingProfilePurposeType.TxDefaultProfile, null, kind, schedule);
  }

  /**
   * When a lease begins and ends, in the station's words.
   *
   * @param kind Absolute, or Relative to the transaction's begin
   * @param start in the station's time, µs, whole seconds; only where Absolute
   * @param end seconds from there, or from the transaction's begin, to the second period; negative for none
   */
  record Span(ChargingProfileKindType kind, long start, long end) {}

  /**
   * What follows the second period: tariffs that change what a lost station may have.
   *
   * @param second counted like {@link Span#end}, later than that
   * @param da 0.1 A per phase
   */
  record Later(long second, int da) {}

  /**
   * The session has {@code valueDa} (0.1 A per phase), and {@code degradedDa} from the end of the span on, until what comes later.
   *
   * @param unit what the station takes; a DC connector is always limited in W
   */
  static SetChargingProfile.Req lease(
      Session session, int valueDa, int degradedDa, Span span, List<Later> later, ChargingRateUnitType unit,
      double nominalVoltage) {
    ChargingRateUnitType inUnit = unit(session.point(), unit);
    ChargingSchedulePeriod first = new ChargingSchedulePeriod(0, limit(session, valueDa, inUnit, nominalVoltage), null);
    List<ChargingSchedulePeriod> periods = new ArrayList<>(2);
    periods.add(first);
    if (span.end() >= 0) {
      periods.add(new ChargingSchedulePeriod((int) span.end(), limit(session, degradedDa, inUnit, nominalVoltage), null));
      for (Later step : later) {
        periods.add(new ChargingSchedulePeriod((int) step.second(), limit(session, step.da(), inUnit, nominalVoltage), null));
      }
    }
    ChargingSchedule schedule = new ChargingSchedule(
        null, span.kind() == ChargingProfileKindType.Absolute ? Micros.toInstant(span.start()) : null, inUnit, periods, null);
    int number = session.point().connector().number();
    return request(
        number, LEASE_ID + number, ChargingProfilePurposeType.TxProfile, session.profileTransactionId(), span.kind(), schedule);
  }

  /** Takes the lease of a connector away. */
  static ClearChargingProfile.Req clear(ChargingPoint point) {
    return new ClearChargingProfile.Req(LEASE_ID + point.connector().number(), null, null, null);
  }

  /** The unit that a connector is limited in. */
  static ChargingRateUnitType unit(ChargingPoint point, ChargingRateUnitType unit) {
    return point.connector().dc() ? ChargingRateUnitType.W : unit;
  }

  /** {@code da} (0.1 A per phase) in the unit that the connector is limited in. */
  static double limit(Session session, int da, ChargingRateUnitType unit, double nominalVoltage) {
    if (session.point().connector().dc()) {
      return dcWatts(session.point(), da, nominalVoltage);
    }
    if (unit == ChargingRateUnitType.W) {
      // a limit in W may all be drawn on one phase until the draw has shown how many there are
      int conductors = session.conductorsKnown() ? Integer.bitCount(session.phases()) : 1;
      return Math.floor(da * nominalVoltage * conductors / 10);
    }
    return da / 10.0;
  }

  /** What a DC connector may give when charging may take {@code da} per supply phase, at most its rating. */
  private static double dcWatts(ChargingPoint point, int da, double nominalVoltage) {
    StationModel model = point.station().model();
    return Math.min(model.supply().watts(da, model.countedVoltage(nominalVoltage)), point.connector().maxW());
  }

  private static SetChargingProfile.Req request(
      int connector,
      int id,
      ChargingProfilePurposeType purpose,
      @Nullable Integer transactionId,
      ChargingProfileKindType kind,
      ChargingSchedule schedule) {
    return new SetChargingProfile.Req(
        connector, new ChargingProfile(id, transactionId, STACK_LEVEL, purpose, kind, null, null, null, schedule));
  }
}
