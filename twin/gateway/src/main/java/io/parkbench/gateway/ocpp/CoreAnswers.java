package io.parkbench.gateway.ocpp;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
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
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.UnlockConnector;
import io.parkbench.protocol.ocpp.UpdateFirmware;

/** Answers what a station of the site calls: the central system's side of Core, and the notices of Firmware Management. */
final class CoreAnswers implements RequestHandler {
  private final Loop loop;
  private final int heartbeatSeconds;
  private final ChargePoint peer;
  private final Transactions transactions;

  /**
   * @param heartbeatSeconds what the station is told at its boot
   */
  CoreAnswers(Loop loop, int heartbeatSeconds, ChargePoint peer, Transactions transactions) {
    this.loop = loop;
    this.heartbeatSeconds = heartbeatSeconds;
    this.peer = peer;
    this.transactions = transactions;
  }

  @Override
  public void handle(Request<?> request, Responder responder) {
    switch (request) {
      case Authorize.Req authorize ->
          transactions.authorize(authorize.idTag(), info -> responder.answer(new Authorize.Conf(info)));
      case BootNotification.Req boot -> boot(boot, responder);
      case DataTransfer.Req transfer ->
          responder.answer(new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, null));
      case DiagnosticsStatusNotification.Req notification ->
          responder.answer(new DiagnosticsStatusNotification.Conf());
      case FirmwareStatusNotification.Req notification -> responder.answer(new FirmwareStatusNotification.Conf());
      case Heartbeat.Req heartbeat -> responder.answer(new Heartbeat.Conf(Micros.toInstant(loop.now())));
      case MeterValues.Req values -> {
        responder.answer(new MeterValues.Conf());
        transactions.metered(values);
      }
      case StartTransaction.Req start -> responder.answer(transactions.started(start));
      case StatusNotification.Req status -> {
        responder.answer(new StatusNotification.Conf());
        transactions.status(status);
      }
      case StopTransaction.Req stop -> responder.answer(transactions.stopped(stop));
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
    responder.answer(
        new BootNotification.Conf(RegistrationStatus.Accepted, Micros.toInstant(loop.now()), heartbeatSeconds));
    peer.introduced(boot, true);
  }
}
