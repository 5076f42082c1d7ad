package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The central system keeps a connector for an identifier (OCPP 1.6 sections 5.13, 6.37, 6.38). */
public final class ReserveNow {
  private ReserveNow() {}

  /**
   * @param connectorId 0 (any) or more
   * @param idTag at most 20 characters
   * @param parentIdTag at most 20 characters
   */
  public record Req(
      int connectorId, Instant expiryDate, String idTag, @Nullable String parentIdTag, int reservationId)
      implements Request<Conf> {
    public Req {
      Check.atLeast("connectorId", connectorId, 0);
      expiryDate = Check.time("expiryDate", expiryDate);
      Check.text("idTag", idTag, 20);
      Check.optionalText("parentIdTag", parentIdTag, 20);
    }
  }

  public record Conf(ReservationStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.40. */
  public enum ReservationStatus implements Wire {
    Accepted,
    Faulted,
    Occupied,
    Rejected,
    Unavailable
  }
}
