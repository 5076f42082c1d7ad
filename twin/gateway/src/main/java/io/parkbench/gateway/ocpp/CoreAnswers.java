package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.session.Access;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Entitlement;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.CancelReservation;
import io.parkbench.protocol.ocpp.ChangeAvailability;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ClearCache;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.DataTransfer;
import io.parkbench.protocol.ocpp.DataTransfer.DataTransferStatus;
import io.parkbench.protocol.ocpp.DiagnosticsStatusNotification;
import io.parkbench.protocol.ocpp.FirmwareStatusNotification;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.GetDiagnostics;
import io.parkbench.protocol.ocpp.GetLocalListVersion;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.IdTagInfo;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.RemoteStartTransaction;
import io.parkbench.protocol.ocpp.RemoteStopTransaction;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.ReserveNow;
import io.parkbench.protocol.ocpp.Reset;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.SendLocalList;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.UnlockConnector;
import io.parkbench.protocol.ocpp.UpdateFirmware;

/** Answers what a station of the site asks, and turns it into the life of sessions: the central system's side of Core. */
final class CoreAnswers implements RequestHandler {
  /** A car that left without a StopTransaction is let go after this time, in which a late one may still come. */
  private static final long GONE_GRACE = Micros.MINUTE;

  /** In amperes: a car that draws this much has not paused. */
  private static final double DRAWS_A = 1.0;

  private final Loop loop;
  private final Site site;
  private final Sessions sessions;
  private final Access access;
  private final StationListener listener;
  private final ChargePoint peer;
  private final Station station;
  private final MeterReading reading = new MeterReading();

  CoreAnswers(
      Loop loop,
      Site site,
      Sessions sessions,
      Access access,
      StationListener listener,
      ChargePoint peer,
      Station station) {
    this.loop = loop;
    this.site = site;
    this.sessions = sessions;
    this.access = access;
    this.listener = listener;
    this.peer = peer;
    this.station = station;
  }

  @Override
  public void handle(Request<?> request, Responder responder) {
    switch (request) {
      case Authorize.Req authorize -> responder.answer(new Authorize.Conf(info(authorize.idTag())));
      case BootNotification.Req boot -> boot(boot, responder);
      case DataTransfer.Req transfer ->
          responder.answer(new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, null));
      case DiagnosticsStatusNotification.Req notification ->
          responder.answer(new DiagnosticsStatusNotification.Conf());
      case FirmwareStatusNotification.Req notification -> responder.answer(new FirmwareStatusNotification.Conf());
      case Heartbeat.Req heartbeat -> responder.answer(new Heartbeat.Conf(Micros.toInstant(loop.now())));
      case MeterValues.Req values -> {
        responder.answer(new MeterValues.Conf());
        metered(values);
      }
      case StartTransaction.Req start -> start(start, responder);
      case StatusNotification.Req status -> {
        responder.answer(new StatusNotification.Conf());
        status(status);
      }
      case StopTransaction.Req stop -> stop(stop, responder);
      case CancelReservation.Req toStation -> refuse(responder);
      case ChangeAvailability.Req toStation -> refuse(responder);
      case ChangeConfiguration.Req toStation -> refuse(responder);
      case ClearCache.Req toStation -> refuse(responder);
      case ClearChargingProfile.Req toStation -> refuse(responder);
      case GetCompositeSchedule.Req toStation -> refuse(responder);
      case GetConfiguration.Req toStation -> refuse(responder);
      case GetDiagnostics.Req toStation -> refuse(responder);
      case GetLocalListVersion.Req toStation -> refuse(responder);
      case RemoteStartTransaction.Req toStation -> refuse(responder);
      case RemoteStopTransaction.Req toStation -> refuse(responder);
      case ReserveNow.Req toStation -> refuse(responder);
      case Reset.Req toStation -> refuse(responder);
      case SendLocalList.Req toStation -> refuse(responder);
      case SetChargingProfile.Req toStation -> refuse(responder);
      case TriggerMessage.Req toStation -> refuse(responder);
      case UnlockConnector.Req toStation -> refuse(responder);
      case UpdateFirmware.Req toStation -> refuse(responder);
    }
  }

  private static void refuse(Responder responder) {
    responder.fail(new OcppException(OcppError.NotSupported, "this is for the central system to call"));
  }

  private void boot(BootNotification.Req boot, Responder responder) {
    int heartbeatSeconds = (int) site.settings().heartbeatInterval().toSeconds();
    responder.answer(
        new BootNotification.Conf(RegistrationStatus.Accepted, Micros.toInstant(loop.now()), heartbeatSeconds));
    peer.introduced(boot, true);
  }

  private IdTagInfo info(String idTag) {
    return IdTagInfo.of(
        switch (access.ask(station, idTag).verdict()) {
          case ACCEPTED -> AuthorizationStatus.Accepted;
          case BLOCKED -> AuthorizationStatus.Blocked;
          case INVALID -> AuthorizationStatus.Invalid;
        });
  }

  private void start(StartTransaction.Req start, Responder responder) {
    ChargingPoint point = peer.point(start.connectorId());
    if (point == null) {
      peer.notice("started a transaction on connector " + start.connectorId() + ", which the site does not know");
      responder.answer(
          new StartTransaction.Conf(IdTagInfo.of(AuthorizationStatus.Invalid), sessions.nextTransaction()));
      return;
    }
    Session.Start began = new Session.Start(loop.now(), Micros.of(start.timestamp()), start.meterStart());
    Session open = sessions.at(point);
    if (open != null && open.beganWith(start.idTag(), began)) {
      responder.answer(new StartTransaction.Conf(info(start.idTag()), open.transactionId()));
      return;
    }
    if (open != null) {
      peer.notice(open + " ended without a StopTransaction: another has begun there");
      end(open);
    }
    int baseDa = peer.baseConfirmed() ? 0 : point.connector().maxDa();
    Entitlement entitlement = access.ask(station, start.idTag());
    Session session = new Session(site, sessions.nextTransaction(), point, start.idTag(), entitlement, began, baseDa);
    sessions.open(session);
    responder.answer(new StartTransaction.Conf(info(start.idTag()), session.transactionId()));
    listener.started(session);
    if (began.servedFrom() > loop.now()) {
      loop.at(began.servedFrom(), listener::demandChanged);
    }
  }

  private void stop(StopTransaction.Req stop, Responder responder) {
    String idTag = stop.idTag();
    responder.answer(new StopTransaction.Conf(idTag == null ? null : info(idTag)));
    Session session = sessions.transaction(stop.transactionId());
    if (session == null || !session.point().station().id().equals(station.id())) {
      if (!sessions.given(stop.transactionId())) {
        peer.notice("stopped transaction " + stop.transactionId() + ", which it was never given");
      }
      return;
    }
    session.metered(stop.meterStop(), loop.now(), Micros.of(stop.timestamp()));
    end(session);
  }

  private void end(Session session) {
    sessions.close(session);
    listener.ended(session);
  }

  private void metered(MeterValues.Req values) {
    ChargingPoint point = peer.point(values.connectorId());
    Session session = point == null ? null : sessions.at(point);
    Integer transaction = values.transactionId();
    if (point == null || session == null || (transaction != null && isAnother(transaction, session))) {
      return;
    }
    for (MeterValue value : values.meterValue()) {
      reading.read(value, peer.phaseOrder(point));
      if (!Double.isNaN(reading.registerWh())
          && !session.metered(reading.registerWh(), loop.now(), Micros.of(value.timestamp()))) {
        continue;
      }
      if (reading.hasAmps()) {
        drew(session);
      }
    }
  }

  private void drew(Session session) {
    double[] amps = reading.supplyAmps();
    boolean draws = Math.max(amps[0], Math.max(amps[1], amps[2])) >= DRAWS_A;
    boolean changed = draws && session.resumed();
    changed |= session.drew(loop.now(), amps);
    if (changed) {
      listener.demandChanged();
    }
  }

  /** Whether the id is that of another session; one that was never given is a station's mistake and passed over. */
  private boolean isAnother(int transaction, Session session) {
    return transaction != session.transactionId() && sessions.given(transaction);
  }

  private void status(StatusNotification.Req status) {
    peer.status(status.connectorId(), status.status());
    ChargingPoint point = peer.point(status.connectorId());
    Session session = point == null ? null : sessions.at(point);
    if (point == null || session == null) {
      return;
    }
    switch (status.status()) {
      case SuspendedEV -> {
        session.paused(loop.now());
        loop.after(site.settings().suspendedRelease(), () -> releaseIfStillPaused(session));
      }
      case Charging -> {
        if (session.resumed()) {
          listener.demandChanged();
        }
      }
      case SuspendedEVSE -> session.suspended();
      case Available -> loop.after(GONE_GRACE, () -> letGoIfStillAvailable(session));
      case Preparing, Finishing, Reserved, Unavailable, Faulted -> {}
    }
  }

  private void releaseIfStillPaused(Session session) {
    if (sessions.at(session.point()) == session && session.releaseIfPausedFor(loop.now())) {
      listener.demandChanged();
    }
  }

  private void letGoIfStillAvailable(Session session) {
    if (sessions.at(session.point()) == session
        && peer.status(session.point().connector().number()) == ChargePointStatus.Available) {
      peer.notice(session + " ended without a StopTransaction: its connector is available");
      end(session);
    }
  }
}
