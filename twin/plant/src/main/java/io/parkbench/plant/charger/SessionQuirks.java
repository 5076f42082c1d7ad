package io.parkbench.plant.charger;

import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;

/** The seam of transactions: how a station begins one, and whether it tells, by its quirks. */
final class SessionQuirks {
  private final Quirks quirks;

  SessionQuirks(Quirks quirks) {
    this.quirks = quirks;
  }

  /** A transaction is about to begin: its first register is read next. */
  void beforeBegin(Connector connector) {
    if (quirks.has(Quirk.REGISTER_RESETS)) {
      connector.resetRegister();
    }
  }

  /** A transaction has begun; returns whether the central system is told, now or later. */
  boolean tellsStart(Transaction transaction, boolean online) {
    if (!online && quirks.has(Quirk.OFFLINE_TXID_MINUS1)) {
      transaction.refuseId();
    }
    return online || !quirks.has(Quirk.OFFLINE_START_LOST);
  }
}
