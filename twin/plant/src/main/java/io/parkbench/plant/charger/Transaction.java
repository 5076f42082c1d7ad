package io.parkbench.plant.charger;

import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.StopTransaction.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction from its start to its end. It exists before the central system has given it an id, and may end before that; only
 * when a message about it is really sent does it need the id (OCPP 1.6 §3.7, §4.8).
 */
final class Transaction {
  /** What messages carry when no id could be had (errata 3.18). */
  static final int NO_ID = -1;

  final int connector;
  final String idTag;
  private final int meterStart;
  private final Instant start;
  private final List<MeterValue> data = new ArrayList<>();
  private @Nullable Integer id;
  private StopTransaction.@Nullable Req stop;
  private boolean refusesId;

  /** Set when the central system did not accept the tag after all, and the transaction goes on without current. */
  boolean deauthorised;

  Transaction(int connector, String idTag, Instant start, int meterStart) {
    this.connector = connector;
    this.idTag = idTag;
    this.start = start;
    this.meterStart = meterStart;
  }

  void identified(int id) {
    if (!refusesId) {
      this.id = id;
    }
  }

  /** It keeps {@link #NO_ID}, whatever the central system says. */
  void refuseId() {
    refusesId = true;
  }

  /** The central system's id, or null as long as there is none. */
  @Nullable
  Integer id() {
    return id;
  }

  int idOnTheWire() {
    return id == null ? NO_ID : id;
  }

  /** A sample to be told with the end. */
  void keep(@Nullable MeterValue sample) {
    if (sample != null) {
      data.add(sample);
    }
  }

  void ended(Reason reason, @Nullable String byTag, Instant at, int meterStop) {
    stop = new StopTransaction.Req(byTag, meterStop, at, NO_ID, reason, data);
  }

  StartTransaction.Req startRequest() {
    return new StartTransaction.Req(connector, idTag, meterStart, null, start);
  }

  StopTransaction.Req stopRequest() {
    StopTransaction.Req known = stop;
    if (known == null) {
      throw new IllegalStateException("the transaction on connector " + connector + " has not ended");
    }
    return new StopTransaction.Req(
        known.idTag(),
        known.meterStop(),
        known.timestamp(),
        idOnTheWire(),
        known.reason(),
        known.transactionData());
  }
}
