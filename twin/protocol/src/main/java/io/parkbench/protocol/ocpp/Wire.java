package io.parkbench.protocol.ocpp;

/** An enumeration of OCPP 1.6: each constant knows the exact word it has in JSON. */
public sealed interface Wire
    permits AuthorizationStatus,
    BootNotification.RegistrationStatus,
    CancelReservation.CancelReservationStatus,
    ChangeAvailability.AvailabilityStatus,
    ChangeAvailability.AvailabilityType,
    ChangeConfiguration.ConfigurationStatus,
    ChargingProfileKindType,
    ChargingProfilePurposeType,
    ChargingRateUnitType,
    ClearCache.ClearCacheStatus,
    ClearChargingProfile.ClearChargingProfileStatus,
    DataTransfer.DataTransferStatus,
    DiagnosticsStatusNotification.DiagnosticsStatus,
    FirmwareStatusNotification.FirmwareStatus,
    GetCompositeSchedule.GetCompositeScheduleStatus,
    Location,
    Measurand,
    Phase,
    ReadingContext,
    RecurrencyKindType,
    RemoteStartStopStatus,
    ReserveNow.ReservationStatus,
    Reset.ResetStatus,
    Reset.ResetType,
    SendLocalList.UpdateStatus,
    SendLocalList.UpdateType,
    SetChargingProfile.ChargingProfileStatus,
    StatusNotification.ChargePointErrorCode,
    StatusNotification.ChargePointStatus,
    StopTransaction.Reason,
    TriggerMessage.MessageTrigger,
    TriggerMessage.TriggerMessageStatus,
    UnitOfMeasure,
    UnlockConnector.UnlockStatus,
    ValueFormat {
  /** The name of the constant in Java. */
  String name();

  /** The word in JSON; the same as {@link #name} where that is a Java name. */
  default String wire() {
    return name();
  }
}
