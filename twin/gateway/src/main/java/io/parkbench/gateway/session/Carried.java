package io.parkbench.gateway.session;

import java.util.List;

/**
 * What of the sessions outlives a restart of the gateway (R-DEG-7). What connectors were told does not: each counts at its rating until it has
 * shown again that it obeys.
 *
 * @param open in the order of their charging points
 * @param past the latest, oldest first
 * @param lastTransaction the highest transaction id given out
 */
public record Carried(List<Open> open, List<SessionRecord> past, int lastTransaction) {
  public static final Carried NOTHING = new Carried(List.of(), List.of(), 0);

  /** A session that goes on. */
  public record Open(
      int transactionId, String station, int connector, String idTag, Session.Start start, EnergyCount energy,
      EnergyByPeriod periods) {}

  public Carried {
    open = List.copyOf(open);
  }
}
