package io.parkbench.protocol.ocpp;

/** The central system takes a reservation back (OCPP 1.6 sections 5.1, 6.5, 6.6). */
public final class CancelReservation {
  private CancelReservation() {}

  public record Req(int reservationId) implements Request<Conf> {}

  public record Conf(CancelReservationStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.5. */
  public enum CancelReservationStatus implements Wire {
    Accepted,
    Rejected
  }
}
