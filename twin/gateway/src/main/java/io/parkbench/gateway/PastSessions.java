package io.parkbench.gateway;

import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.view.GatewayView;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Keeps the latest sessions that have ended, up to {@value #KEPT}. */
final class PastSessions {
  private static final int KEPT = 1_000;

  private final Deque<GatewayView.Past> past = new ArrayDeque<>();
  private List<GatewayView.Past> latest = List.of();
  private boolean changed;

  void add(long now, Session session) {
    if (past.size() == KEPT) {
      past.removeFirst();
    }
    past.addLast(
        new GatewayView.Past(
            session.point().station().id(),
            session.point().connector().number(),
            session.transactionId(),
            session.idTag(),
            session.vip(),
            session.start().at(),
            now,
            session.chargedMicros(now),
            Math.round(session.energyWh()),
            Collections.emptySortedMap()));
    changed = true;
  }

  /** The newest last; the same list until another one ends. */
  List<GatewayView.Past> latest() {
    if (changed) {
      latest = List.copyOf(past);
      changed = false;
    }
    return latest;
  }
}
