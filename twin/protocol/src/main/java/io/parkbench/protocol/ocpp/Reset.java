package io.parkbench.protocol.ocpp;

/** The central system restarts a station (OCPP 1.6 sections 5.14, 6.39, 6.40). */
public final class Reset {
  private Reset() {}

  public record Req(ResetType type) implements Request<Conf> {
    public Req {
      Check.required("type", type);
    }
  }

  public record Conf(ResetStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** Hard: at once; Soft: after stopping the transactions (OCPP 1.6 section 7.42). */
  public enum ResetType implements Wire {
    Hard,
    Soft
  }

  /** OCPP 1.6 section 7.41. */
  public enum ResetStatus implements Wire {
    Accepted,
    Rejected
  }
}
