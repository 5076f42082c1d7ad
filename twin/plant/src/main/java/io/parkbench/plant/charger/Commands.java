package io.parkbench.plant.charger;

import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.CancelReservation;
import io.parkbench.protocol.ocpp.ChangeAvailability;
import io.parkbench.protocol.ocpp.ChangeAvailability.AvailabilityType;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ClearCache;
import io.parkbench.protocol.ocpp.ClearCache.ClearCacheStatus;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.ClearChargingProfile.ClearChargingProfileStatus;
import io.parkbench.protocol.ocpp.DataTransfer;
import io.parkbench.protocol.ocpp.DataTransfer.DataTransferStatus;
import io.parkbench.protocol.ocpp.DiagnosticsStatusNotification;
import io.parkbench.protocol.ocpp.FirmwareStatusNotification;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetCompositeSchedule.GetCompositeScheduleStatus;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.GetDiagnostics;
import io.parkbench.protocol.ocpp.GetLocalListVersion;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.RemoteStartStopStatus;
import io.parkbench.protocol.ocpp.RemoteStartTransaction;
import io.parkbench.protocol.ocpp.RemoteStopTransaction;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.ReserveNow;
import io.parkbench.protocol.ocpp.Reset;
import io.parkbench.protocol.ocpp.Reset.ResetStatus;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.SendLocalList;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.StopTransaction.Reason;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.TriggerMessage.TriggerMessageStatus;
import io.parkbench.protocol.ocpp.UnlockConnector;
import io.parkbench.protocol.ocpp.UnlockConnector.UnlockStatus;
import io.parkbench.protocol.ocpp.UpdateFirmware;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Serves what the central system asks of the station. An answer goes out before anything that follows from it. */
final class Commands implements RequestHandler {
  private final ConfigurationKeys keys;
  private final StationClock clock;
  private final Registration central;
  private final ProfileStack stack;
  private final ProfileRules rules;
  private final List<Connector> connectors;
  private final Availability availability;
  private final StatusReports reports;
  private final Sessions sessions;
  private final Hands hands;

  /** What is not for the commands themselves to do. */
  interface Hands {
    void settle();

    /** Restarts the electronics in a moment, when answers and last messages have gone out. */
    void rebootSoon(boolean hard);

    /** Restarts the electronics without a word. */
    void crash();
  }

  Commands(
      ConfigurationKeys keys,
      StationClock clock,
      Registration central,
      ProfileStack stack,
      ProfileRules rules,
      List<Connector> connectors,
      Availability availability,
      StatusReports reports,
      Sessions sessions,
      Hands hands) {
    this.keys = keys;
    this.clock = clock;
    this.central = central;
    this.stack = stack;
    this.rules = rules;
    this.connectors = connectors;
    this.availability = availability;
    this.reports = reports;
    this.sessions = sessions;
    this.hands = hands;
  }

  @Override
  public void handle(Request<?> request, Responder responder) {
    if (central.status() == RegistrationStatus.Rejected) {
      return; // a rejected station is silent (OCPP 1.6 §4.2)
    }
    switch (request) {
      case ChangeAvailability.Req change -> {
        boolean operative = change.type() == AvailabilityType.Operative;
        responder.answer(new ChangeAvailability.Conf(availability.change(change.connectorId(), operative)));
        hands.settle();
      }
      case ChangeConfiguration.Req change -> responder.answer(new ChangeConfiguration.Conf(keys.change(change)));
      case ClearCache.Req clear ->
          responder.answer(
              new ClearCache.Conf(
                  sessions.tags().clearCache() ? ClearCacheStatus.Accepted : ClearCacheStatus.Rejected));
      case ClearChargingProfile.Req clear -> clear(clear, responder);
      case DataTransfer.Req data ->
          responder.answer(new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, null));
      case GetCompositeSchedule.Req get -> responder.answer(composite(get, stack));
      case GetConfiguration.Req get -> responder.answer(keys.get(get.key()));
      case RemoteStartTransaction.Req start -> startRemotely(start, responder);
      case RemoteStopTransaction.Req stop -> stopRemotely(stop, responder);
      case Reset.Req reset -> {
        responder.answer(new Reset.Conf(ResetStatus.Accepted));
        hands.rebootSoon(reset.type() == Reset.ResetType.Hard);
      }
      case SetChargingProfile.Req set -> {
        ChargingProfileStatus status = stack.set(set.connectorId(), set.csChargingProfiles(), clock.now());
        responder.answer(new SetChargingProfile.Conf(status));
        hands.settle();
      }
      case TriggerMessage.Req trigger -> trigger(trigger, responder);
      case UnlockConnector.Req unlock -> unlock(unlock, responder);
      case CancelReservation.Req _,GetDiagnostics.Req _,GetLocalListVersion.Req _,ReserveNow.Req _,SendLocalList.Req _,UpdateFirmware.Req _ ->
          responder.fail(new OcppException(OcppError.NotSupported, request.action() + " is of a profile not supported"));
      case Authorize.Req _,BootNotification.Req _,DiagnosticsStatusNotification.Req _,FirmwareStatusNotification.Req _,Heartbeat.Req _,MeterValues.Req _,StartTransaction.Req _,StatusNotification.Req _,StopTransaction.Req _ ->
          responder.fail(new OcppException(OcppError.NotSupported, request.action() + " is for a charge point to call"));
    }
  }

  private void clear(ClearChargingProfile.Req clear, Responder responder) {
    boolean any = stack.clear(clear.id(), clear.connectorId(), clear.chargingProfilePurpose(), clear.stackLevel());
    responder.answer(
        new ClearChargingProfile.Conf(
            any ? ClearChargingProfileStatus.Accepted : ClearChargingProfileStatus.Unknown));
    hands.settle();
  }

  /** What a stack of profiles comes to. */
  GetCompositeSchedule.Conf composite(GetCompositeSchedule.Req get, ProfileStack of) {
    ChargingRateUnitType unit = Objects.requireNonNullElse(
        get.chargingRateUnit(), rules.amps() ? ChargingRateUnitType.A : ChargingRateUnitType.W);
    if (get.connectorId() > connectors.size() || get.duration() < 0) {
      return new GetCompositeSchedule.Conf(GetCompositeScheduleStatus.Rejected, null, null, null);
    }
    ChargingSchedule schedule = CompositeSchedule.of(of, get.connectorId(), clock.now(), get.duration(), unit);
    return new GetCompositeSchedule.Conf(
        GetCompositeScheduleStatus.Accepted, get.connectorId(), schedule.startSchedule(), schedule);
  }

  private void startRemotely(RemoteStartTransaction.Req start, Responder responder) {
    ChargingProfile profile = start.chargingProfile();
    Connector connector = forRemoteStart(start.connectorId());
    boolean accepted = central.isOnline() && connector != null && (profile == null || stack.allowsAtStart(profile));
    responder.answer(new RemoteStartTransaction.Conf(status(accepted)));
    if (accepted && connector != null) {
      sessions.startedRemotely(connector, start.idTag(), profile);
    }
  }

  /** The one asked for if it is free; else one with a plug in, before one without. */
  private @Nullable Connector forRemoteStart(@Nullable Integer number) {
    Connector found = null;
    for (Connector connector : connectors) {
      boolean asked = number == null || number == connector.number;
      if (asked && connector.isFree() && connector.waitingTag == null) {
        if (connector.isPlugged()) {
          return connector;
        }
        found = found == null ? connector : found;
      }
    }
    return found;
  }

  private void stopRemotely(RemoteStopTransaction.Req stop, Responder responder) {
    for (Connector connector : connectors) {
      Transaction transaction = connector.transaction;
      Integer id = transaction == null ? null : transaction.id();
      if (central.isOnline() && id != null && id == stop.transactionId()) {
        responder.answer(new RemoteStopTransaction.Conf(RemoteStartStopStatus.Accepted));
        sessions.end(connector, Reason.Remote, null);
        return;
      }
    }
    responder.answer(new RemoteStopTransaction.Conf(RemoteStartStopStatus.Rejected));
  }

  private static RemoteStartStopStatus status(boolean accepted) {
    return accepted ? RemoteStartStopStatus.Accepted : RemoteStartStopStatus.Rejected;
  }

  private void trigger(TriggerMessage.Req trigger, Responder responder) {
    Integer number = trigger.connectorId();
    if (number != null && number > connectors.size()) {
      responder.answer(new TriggerMessage.Conf(TriggerMessageStatus.Rejected));
      return;
    }
    Runnable message = switch (trigger.requestedMessage()) {
      case BootNotification -> central::boot;
      case Heartbeat -> central::heartbeat;
      case MeterValues -> () -> each(number, connector -> sessions.meters().sampleTriggered(connector));
      case StatusNotification -> () -> {
        if (number == null) {
          reports.tell(0);
        }
        each(number, connector -> reports.tell(connector.number));
      };
      case DiagnosticsStatusNotification, FirmwareStatusNotification -> null;
    };
    if (message == null) {
      responder.answer(new TriggerMessage.Conf(TriggerMessageStatus.NotImplemented));
    } else {
      responder.answer(new TriggerMessage.Conf(TriggerMessageStatus.Accepted));
      message.run();
    }
  }

  private void each(@Nullable Integer number, java.util.function.Consumer<Connector> what) {
    for (Connector connector : connectors) {
      if (number == null || number == connector.number) {
        what.accept(connector);
      }
    }
  }

  private void unlock(UnlockConnector.Req unlock, Responder responder) {
    if (unlock.connectorId() > connectors.size() || connectors.get(unlock.connectorId() - 1).socket.tethered()) {
      responder.answer(new UnlockConnector.Conf(UnlockStatus.NotSupported));
      return;
    }
    responder.answer(new UnlockConnector.Conf(UnlockStatus.Unlocked));
    sessions.end(connectors.get(unlock.connectorId() - 1), Reason.UnlockCommand, null);
  }
}
