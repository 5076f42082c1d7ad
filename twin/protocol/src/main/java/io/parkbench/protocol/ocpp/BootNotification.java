package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A station introduces itself after each start (OCPP 1.6 sections 4.2, 6.3, 6.4). */
public final class BootNotification {
  private BootNotification() {}

  /** Lengths are at most 20 characters for vendor, model, ICCID and IMSI, 50 for the firmware version, else 25. */
  public record Req(
      String chargePointVendor,
      String chargePointModel,
      @Nullable String chargePointSerialNumber,
      @Nullable String chargeBoxSerialNumber,
      @Nullable String firmwareVersion,
      @Nullable String iccid,
      @Nullable String imsi,
      @Nullable String meterType,
      @Nullable String meterSerialNumber)
      implements Request<Conf> {
    public Req {
      Check.text("chargePointVendor", chargePointVendor, 20);
      Check.text("chargePointModel", chargePointModel, 20);
      Check.optionalText("chargePointSerialNumber", chargePointSerialNumber, 25);
      Check.optionalText("chargeBoxSerialNumber", chargeBoxSerialNumber, 25);
      Check.optionalText("firmwareVersion", firmwareVersion, 50);
      Check.optionalText("iccid", iccid, 20);
      Check.optionalText("imsi", imsi, 20);
      Check.optionalText("meterType", meterType, 25);
      Check.optionalText("meterSerialNumber", meterSerialNumber, 25);
    }
  }

  /**
   * @param interval seconds: between heartbeats when accepted, else to wait before the next BootNotification
   */
  public record Conf(RegistrationStatus status, Instant currentTime, int interval) implements Response {
    public Conf {
      Check.required("status", status);
      currentTime = Check.time("currentTime", currentTime);
    }
  }

  /** OCPP 1.6 section 7.38. */
  public enum RegistrationStatus implements Wire {
    Accepted,
    Pending,
    Rejected
  }
}
