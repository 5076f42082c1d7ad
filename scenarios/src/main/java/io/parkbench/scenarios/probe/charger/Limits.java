package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits set on a charger under test, and what becomes of them. */
final class Limits {
  /** How near a draw has to be to a limit to have followed it, A. */
  static final double NEAR = 0.8;

  private static final double NO_LIMIT = 63;

  private final ChargerUnderTest charger;
  private boolean any;
  private boolean base;
  private boolean everBase;

  Limits(ChargerUnderTest charger) {
    this.charger = charger;
  }

  /** Whether a profile is taken. */
  boolean set(int connector, ChargingProfile profile) {
    return status(connector, profile).equals("Accepted");
  }

  /** What the charger answers to a profile. */
  String status(int connector, ChargingProfile profile) {
    return reply(connector, profile).word(SetChargingProfile.Conf::status);
  }

  Reply<SetChargingProfile.Conf> reply(int connector, ChargingProfile profile) {
    any = true;
    Reply<SetChargingProfile.Conf> reply = charger.call(new SetChargingProfile.Req(connector, profile));
    SetChargingProfile.Conf conf = reply.conf();
    boolean accepted = conf != null && conf.status() == ChargingProfileStatus.Accepted;
    boolean based = accepted && profile.chargingProfilePurpose() != ChargingProfilePurposeType.TxProfile;
    base |= based;
    everBase |= based;
    return reply;
  }

  /** A TxProfile for connector 1, in the form that is taken. */
  boolean tx(double amps) {
    return set(1, of(ChargingProfilePurposeType.TxProfile, amps));
  }

  /** A TxDefaultProfile for connector 1. */
  boolean base(double amps) {
    return set(1, of(ChargingProfilePurposeType.TxDefaultProfile, amps));
  }

  private ChargingProfile of(ChargingProfilePurposeType purpose, double amps) {
    return charger.profiles.of(purpose, charger.profiles.usual(), 1, 0, List.of(Step.now(amps)));
  }

  /** Removes what may have come into force at the end of a session. */
  void clearBases() {
    if (everBase) {
      any = true;
      clear();
      everBase = false;
    }
  }

  /** Removes all profiles, or where that does not go puts one in their place that limits nothing. */
  void clear() {
    if (!any || !charger.known.takesProfiles) {
      return;
    }
    charger.call(new ClearChargingProfile.Req(null, null, null, null));
    if (base && !charger.known.removesProfiles) {
      base(NO_LIMIT);
      set(0, charger.profiles.of(ChargingProfilePurposeType.ChargePointMaxProfile, charger.profiles.usual(), 1, 0,
          List.of(Step.now(2 * NO_LIMIT))));
    } else {
      base = false;
    }
    any = base;
  }

  /** Whether a draw is what was set, as far as this charger does that. */
  boolean obeyed(@Nullable Double drawn, double amps) {
    return near(drawn, Math.max(0, amps - (amps > 0 ? charger.known.offset : 0)));
  }

  /** Whether a draw is what flows where nothing limits it. */
  boolean isFull(@Nullable Double drawn) {
    return near(drawn, charger.known.fullAmps);
  }

  static boolean near(@Nullable Double drawn, double amps) {
    return drawn != null && Math.abs(drawn - amps) <= NEAR;
  }
}
