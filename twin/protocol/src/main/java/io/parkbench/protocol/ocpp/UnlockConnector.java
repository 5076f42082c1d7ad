package io.parkbench.protocol.ocpp;

/** The central system releases a plug (OCPP 1.6 sections 5.18, 6.53, 6.54). */
public final class UnlockConnector {
  private UnlockConnector() {}

  /**
   * @param connectorId 1 or more
   */
  public record Req(int connectorId) implements Request<Conf> {
    public Req {
      Check.atLeast("connectorId", connectorId, 1);
    }
  }

  public record Conf(UnlockStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.46. */
  public enum UnlockStatus implements Wire {
    Unlocked,
    UnlockFailed,
    NotSupported
  }
}
