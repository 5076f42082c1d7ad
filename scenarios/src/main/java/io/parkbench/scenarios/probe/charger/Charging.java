package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StopTransaction;
import org.jspecify.annotations.Nullable;

/** A transaction as the device has told of it. */
final class Charging {
  final int id;
  final StartTransaction.Req start;
  final long startedAt;
  StopTransaction.@Nullable Req stop;
  long stoppedAt;
  /** How often its start, and its end, were told. */
  int starts = 1;

  int stops;
  /** A newer one began at its connector before its end was told. */
  boolean forgotten;

  Charging(int id, StartTransaction.Req start, long startedAt) {
    this.id = id;
    this.start = start;
    this.startedAt = startedAt;
  }

  boolean isRunning() {
    return stop == null && !forgotten;
  }

  boolean isSameStart(StartTransaction.Req other) {
    return start.connectorId() == other.connectorId() && start.idTag().equals(other.idTag())
        && start.timestamp().equals(other.timestamp()) && start.meterStart() == other.meterStart();
  }
}
