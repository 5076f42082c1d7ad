package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/** The central system asks a station to start a transaction (OCPP 1.6 sections 5.11, 6.33, 6.34). */
public final class RemoteStartTransaction {
  private RemoteStartTransaction() {}

  /**
   * @param connectorId 1 or more; null: the station's choice
   * @param idTag at most 20 characters
   * @param chargingProfile of purpose TxProfile, without a transaction id
   */
  public record Req(@Nullable Integer connectorId, String idTag, @Nullable ChargingProfile chargingProfile)
      implements Request<Conf> {
    public Req {
      Check.optionalAtLeast("connectorId", connectorId, 1);
      Check.text("idTag", idTag, 20);
    }
  }

  public record Conf(RemoteStartStopStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }
}
