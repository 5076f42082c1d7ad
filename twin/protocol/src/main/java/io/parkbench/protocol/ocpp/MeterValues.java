package io.parkbench.protocol.ocpp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A station sends what its meter shows (OCPP 1.6 sections 4.7, 6.31, 6.32). */
public final class MeterValues {
  private MeterValues() {}

  /**
   * @param connectorId 0 (the main meter) or more
   * @param transactionId null: outside of a transaction, or read as a number beyond 32 bits, which no transaction has: some stations
   *     do so, and would repeat a refused sample for ever
   * @param meterValue at least one
   */
  public record Req(int connectorId, @Nullable Integer transactionId, @Some List<MeterValue> meterValue)
      implements Request<Conf> {
    public Req {
      Check.atLeast("connectorId", connectorId, 0);
      meterValue = Check.someOf("meterValue", meterValue);
    }
  }

  public record Conf() implements Response {}
}
