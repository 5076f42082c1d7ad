package io.parkbench.protocol.ocpp;

/**
 * The payload of a call (a PDU ending in {@code .req}).
 *
 * @param <C> the payload of its answer
 */
public sealed interface Request<C extends Response> extends Message
    permits Authorize.Req,
    BootNotification.Req,
    CancelReservation.Req,
    ChangeAvailability.Req,
    ChangeConfiguration.Req,
    ClearCache.Req,
    ClearChargingProfile.Req,
    DataTransfer.Req,
    DiagnosticsStatusNotification.Req,
    FirmwareStatusNotification.Req,
    GetCompositeSchedule.Req,
    GetConfiguration.Req,
    GetDiagnostics.Req,
    GetLocalListVersion.Req,
    Heartbeat.Req,
    MeterValues.Req,
    RemoteStartTransaction.Req,
    RemoteStopTransaction.Req,
    ReserveNow.Req,
    Reset.Req,
    SendLocalList.Req,
    SetChargingProfile.Req,
    StartTransaction.Req,
    StatusNotification.Req,
    StopTransaction.Req,
    TriggerMessage.Req,
    UnlockConnector.Req,
    UpdateFirmware.Req {
  /** The action this is a call of. */
  default Action action() {
    return Action.of(this);
  }
}
