package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.site.StationModel;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says setpoints as OCPP 1.6 charging profiles: the base as TxDefaultProfile of the whole station, a session's setpoint as its
 * TxProfile, both at stack level 0, the lowest and the only one that every station takes. Schedules are Relative: what has no
 * end needs no clock, and a station whose clock is behind would take an Absolute one for a later day's.
 */
final class Profiles {
  private static final int STACK_LEVEL = 0;
  private static final int BASE_ID = 1;
  private static final int SETPOINT_ID = 10;
  private static final double DC_VOLTAGE_FACTOR = 0.9;

  private Profiles() {}

  /** Every session of the station starts with 0 A until it has a setpoint of its own. */
  static SetChargingProfile.Req base(ChargingRateUnitType unit) {
    return request(0, BASE_ID, ChargingProfilePurposeType.TxDefaultProfile, null, unit, 0);
  }

  /**
   * The session has {@code da} (0.1 A per phase).
   *
   * @param unit what the station takes; a DC connector is always limited in W
   */
  static SetChargingProfile.Req setpoint(Session session, int da, ChargingRateUnitType unit, double nominalVoltage) {
    ChargingPoint point = session.point();
    int number = point.connector().number();
    double limit;
    if (point.connector().dc()) {
      unit = ChargingRateUnitType.W;
      limit = dcWatts(point, da, nominalVoltage);
    } else if (unit == ChargingRateUnitType.W) {
      // a limit in W may all be drawn on one phase until the draw has shown how many there are
      int conductors = session.conductorsKnown() ? Integer.bitCount(session.phases()) : 1;
      limit = Math.floor(da * nominalVoltage * conductors / 10);
    } else {
      limit = da / 10.0;
    }
    return request(
        number, SETPOINT_ID + number, ChargingProfilePurposeType.TxProfile, session.profileTransactionId(), unit, limit);
  }

  /** What a DC connector may give when it may take {@code da} per supply phase: {@link StationModel#supplyDa} backwards, rounded down. */
  private static double dcWatts(ChargingPoint point, int da, double nominalVoltage) {
    StationModel model = point.station().model();
    double taken = da / 10.0 * 3 * DC_VOLTAGE_FACTOR * nominalVoltage;
    double given = (taken * model.powerFactor() - model.standbyW()) * model.efficiency();
    return Math.clamp(Math.floor(given + 1e-6), 0, point.connector().maxW());
  }

  private static SetChargingProfile.Req request(
      int connector,
      int id,
      ChargingProfilePurposeType purpose,
      @Nullable Integer transactionId,
      ChargingRateUnitType unit,
      double limit) {
    ChargingSchedule schedule = new ChargingSchedule(null, null, unit, List.of(new ChargingSchedulePeriod(0, limit, null)), null);
    return new SetChargingProfile.Req(
        connector,
        new ChargingProfile(
            id, transactionId, STACK_LEVEL, purpose, ChargingProfileKindType.Relative, null, null, null, schedule));
  }
}
