package io.parkbench.protocol.ocpp;

/** The central system takes a connector, or with 0 the station, in or out of service (OCPP 1.6 sections 5.2, 6.7, 6.8). */
public final class ChangeAvailability {
  private ChangeAvailability() {}

  /**
   * @param connectorId 0 or more
   */
  public record Req(int connectorId, AvailabilityType type) implements Request<Conf> {
    public Req {
      Check.atLeast("connectorId", connectorId, 0);
      Check.required("type", type);
    }
  }

  public record Conf(AvailabilityStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.4. */
  public enum AvailabilityType implements Wire {
    Inoperative,
    Operative
  }

  /** OCPP 1.6 section 7.3. */
  public enum AvailabilityStatus implements Wire {
    Accepted,
    Rejected,
    Scheduled
  }
}
