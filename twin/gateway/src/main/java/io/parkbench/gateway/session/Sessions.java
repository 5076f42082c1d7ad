package io.parkbench.gateway.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sessions that are open, at most one per charging point, and the transaction ids given out. */
public final class Sessions {
  /** So many that are over are kept, the latest. */
  private static final int KEPT = 2_000;

  private final List<@Nullable Session> byPoint = new ArrayList<>();
  private final Map<Integer, Session> byTransaction = new HashMap<>();
  private List<SessionRecord> past = List.of();
  private int lastTransaction;

  /** A transaction id never given before: 1, 2, 3 … (OCPP 1.6 errata 3.18 recommends positive ones). */
  public int nextTransaction() {
    return ++lastTransaction;
  }

  /** Whether this id was given to a session, open or ended. */
  public boolean given(int transactionId) {
    return transactionId >= 1 && transactionId <= lastTransaction;
  }

  public void open(Session session) {
    int order = session.point().order();
    while (byPoint.size() <= order) {
      byPoint.add(null);
    }
    if (byPoint.get(order) != null) {
      throw new IllegalStateException(session.point().title() + " has a session already");
    }
    byPoint.set(order, session);
    byTransaction.put(session.transactionId(), session);
  }

  public void close(Session session) {
    if (byTransaction.remove(session.transactionId(), session)) {
      byPoint.set(session.point().order(), null);
    }
  }

  /** Closes a session and keeps what is to be told of it. */
  public void end(Session session, long now) {
    close(session);
    List<SessionRecord> more = new ArrayList<>(past.subList(Math.max(0, past.size() - KEPT + 1), past.size()));
    more.add(new SessionRecord(
        session.transactionId(), session.point().station().id(), session.point().connector().number(),
        session.point().station().zone(),
        session.idTag(), session.vip(), session.start().at(), now, session.chargedMicros(now), Math.round(session.energyWh()),
        session.energyByPeriodWh()));
    past = List.copyOf(more);
  }

  /** What is to outlive a restart. */
  public Carried carried() {
    return new Carried(all().stream().map(Session::carried).toList(), past, lastTransaction);
  }

  /** Goes on with what was before, but for the open sessions, which are opened one by one. */
  public void goOn(Carried before) {
    past = before.past();
    lastTransaction = before.lastTransaction();
  }

  /** Those that are over, oldest first, up to {@value #KEPT}; never changes. */
  public List<SessionRecord> past() {
    return past;
  }

  /** The open session with this transaction id, or null. */
  public @Nullable Session transaction(int transactionId) {
    return byTransaction.get(transactionId);
  }

  /** The open session at this point, or null. */
  public @Nullable Session at(ChargingPoint point) {
    return at(point.order());
  }

  /** The open session at the point of this order, or null. */
  public @Nullable Session at(int order) {
    return order < byPoint.size() ? byPoint.get(order) : null;
  }

  /** All open sessions in the order of their charging points. */
  public List<Session> all() {
    List<Session> open = new ArrayList<>(byTransaction.size());
    for (Session session : byPoint) {
      if (session != null) {
        open.add(session);
      }
    }
    return open;
  }
}
