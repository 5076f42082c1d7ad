package io.parkbench.protocol.ocpp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A station reports the end of a transaction (OCPP 1.6 sections 4.10, 6.49, 6.50). */
public final class StopTransaction {
  private StopTransaction() {}

  /**
   * @param idTag at most 20 characters; null: the station itself stopped
   * @param meterStop Wh
   * @param reason null means Local
   */
  public record Req(
      @Nullable String idTag,
      int meterStop,
      Instant timestamp,
      int transactionId,
      @Nullable Reason reason,
      List<MeterValue> transactionData)
      implements Request<Conf> {
    public Req {
      Check.optionalText("idTag", idTag, 20);
      timestamp = Check.time("timestamp", timestamp);
      transactionData = Check.anyOf("transactionData", transactionData);
    }
  }

  public record Conf(@Nullable IdTagInfo idTagInfo) implements Response {}

  /** OCPP 1.6 section 7.36. */
  public enum Reason implements Wire {
    DeAuthorized,
    EmergencyStop,
    EVDisconnected,
    HardReset,
    Local,
    Other,
    PowerLoss,
    Reboot,
    Remote,
    SoftReset,
    UnlockCommand
  }
}
