package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/** Either end says what the standard has no words for (OCPP 1.6 sections 4.3, 5.6, 6.15, 6.16). */
public final class DataTransfer {
  private DataTransfer() {}

  /**
   * @param vendorId at most 255 characters
   * @param messageId at most 50 characters
   * @param data any text
   */
  public record Req(String vendorId, @Nullable String messageId, @Nullable String data) implements Request<Conf> {
    public Req {
      Check.text("vendorId", vendorId, 255);
      Check.optionalText("messageId", messageId, 50);
    }
  }

  /**
   * @param data any text
   */
  public record Conf(DataTransferStatus status, @Nullable String data) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.23. */
  public enum DataTransferStatus implements Wire {
    Accepted,
    Rejected,
    UnknownMessageId,
    UnknownVendorId
  }
}
