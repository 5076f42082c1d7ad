package io.parkbench.protocol.ocpp;

/** The central system asks a station to stop a transaction (OCPP 1.6 sections 5.12, 6.35, 6.36). */
public final class RemoteStopTransaction {
  private RemoteStopTransaction() {}

  public record Req(int transactionId) implements Request<Conf> {}

  public record Conf(RemoteStartStopStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }
}
