package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A station reports the start of a transaction (OCPP 1.6 sections 4.8, 6.45, 6.46). */
public final class StartTransaction {
  private StartTransaction() {}

  /**
   * @param connectorId 1 or more
   * @param idTag at most 20 characters
   * @param meterStart Wh
   */
  public record Req(
      int connectorId, String idTag, int meterStart, @Nullable Integer reservationId, Instant timestamp)
      implements Request<Conf> {
    public Req {
      Check.atLeast("connectorId", connectorId, 1);
      Check.text("idTag", idTag, 20);
      timestamp = Check.time("timestamp", timestamp);
    }
  }

  public record Conf(IdTagInfo idTagInfo, int transactionId) implements Response {
    public Conf {
      Check.required("idTagInfo", idTagInfo);
    }
  }
}
