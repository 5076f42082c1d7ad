package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A station tells the state of a connector, or with 0 its own (OCPP 1.6 sections 4.9, 6.47, 6.48). */
public final class StatusNotification {
  private StatusNotification() {}

  /**
   * @param connectorId 0 or more
   * @param info at most 50 characters
   * @param vendorId at most 255 characters
   * @param vendorErrorCode at most 50 characters
   */
  public record Req(
      int connectorId,
      ChargePointErrorCode errorCode,
      @Nullable String info,
      ChargePointStatus status,
      @Nullable Instant timestamp,
      @Nullable String vendorId,
      @Nullable String vendorErrorCode)
      implements Request<Conf> {
    public Req {
      Check.atLeast("connectorId", connectorId, 0);
      Check.required("errorCode", errorCode);
      Check.optionalText("info", info, 50);
      Check.required("status", status);
      timestamp = Check.optionalTime("timestamp", timestamp);
      Check.optionalText("vendorId", vendorId, 255);
      Check.optionalText("vendorErrorCode", vendorErrorCode, 50);
    }
  }

  public record Conf() implements Response {}

  /** OCPP 1.6 section 7.7. */
  public enum ChargePointStatus implements Wire {
    Available,
    Preparing,
    Charging,
    SuspendedEVSE,
    SuspendedEV,
    Finishing,
    Reserved,
    Unavailable,
    Faulted
  }

  /** OCPP 1.6 section 7.6. */
  public enum ChargePointErrorCode implements Wire {
    ConnectorLockFailure,
    EVCommunicationError,
    GroundFailure,
    HighTemperature,
    InternalError,
    LocalListConflict,
    NoError,
    OtherError,
    OverCurrentFailure,
    OverVoltage,
    PowerMeterFailure,
    PowerSwitchFailure,
    ReaderFailure,
    ResetFailure,
    UnderVoltage,
    WeakSignal
  }
}
