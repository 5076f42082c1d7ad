package io.parkbench.gateway.api;

import io.parkbench.gateway.site.Tariff;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.Times;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what is different between two snapshots, as events (R-BEMS-8). */
final class Changes {
  private final Snapshot before;
  private final Snapshot after;
  private final Hearer hearer;

  /** Told each difference. */
  @FunctionalInterface
  interface Hearer {
    void heard(
        String type, String topic, @Nullable Integer zone, @Nullable Integer station, @Nullable Integer connector,
        SortedMap<String, Object> detail);
  }

  Changes(Snapshot before, Snapshot after, Hearer hearer) {
    this.before = before;
    this.after = after;
    this.hearer = hearer;
  }

  /** Tells them: zones, meters, inputs, tariffs, stations, sessions, notices, each in the order of the view. */
  void tell() {
    zones();
    meters();
    inputs();
    tariffs();
    stations();
    sessions();
    notices();
  }

  /** A detail of names and values in turn. */
  static SortedMap<String, Object> detail(Object... namesAndValues) {
    SortedMap<String, Object> detail = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      detail.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return detail;
  }

  private void zones() {
    for (int place = 0; place < after.view().zones().size(); place++) {
      GatewayView.Zone now = after.view().zones().get(place);
      GatewayView.Zone was = before.view().zones().get(place);
      int number = after.numbers().zone(now.id());
      reduction(was.reduction(), now.reduction(), number);
      if (!now.limits().by().equals(was.limits().by()) && now.limits().by().equals("degraded")) {
        hearer.heard("dynamic_fallback", "zone", number, null, null,
            detail("setpoint_current_a", after.tree().limitDa(place) / 10.0));
      }
      if (after.tree().limitDa(place) != before.tree().limitDa(place)) {
        hearer.heard(
            "setpoint_changed", "zone", number, null, null,
            detail(
                "setpoint_current_a", after.tree().limitDa(place) / 10.0,
                "setpoint_source", Sources.of(after.view(), after.tree(), place)));
      }
    }
  }

  private void reduction(GatewayView.@Nullable Reduction was, GatewayView.@Nullable Reduction now, int zone) {
    if (Objects.equals(was, now)) {
      return;
    }
    if (now != null) {
      hearer.heard(
          "reduction_set", "zone", zone, null, null,
          detail("effective_current_a", now.limitDa() / 10.0, "accepted_by", now.by(), "received_at",
              Times.text(now.receivedAt())));
    } else if (was != null) {
      boolean expired = after.view().now() >= was.until();
      hearer.heard(expired ? "reduction_expired" : "reduction_lifted", "zone", zone, null, null, detail());
    }
  }

  private void meters() {
    for (int i = 0; i < after.view().meters().size(); i++) {
      GatewayView.Meter now = after.view().meters().get(i);
      if (now.trusted() != before.view().meters().get(i).trusted()) {
        hearer.heard(now.trusted() ? "meter_restored" : "meter_lost", "zone", null, null, null, detail("meter", now.id()));
      }
    }
  }

  private void inputs() {
    for (int i = 0; i < after.view().inputs().size(); i++) {
      GatewayView.Input now = after.view().inputs().get(i);
      GatewayView.Input was = before.view().inputs().get(i);
      // one that came and went between two looks is told too
      if (now.active() != was.active() || now.changes() != was.changes()) {
        hearer.heard(
            "di_changed", "system", null, null, null,
            detail("input", now.number(), "name", now.name(), "active", now.active(), "max_percent", now.maxPercent()));
      }
    }
  }

  private void tariffs() {
    List<String> now = after.view().tariffs().stream().map(Tariff::name).toList();
    List<String> was = before.view().tariffs().stream().map(Tariff::name).toList();
    if (!now.equals(was)) {
      hearer.heard("tou_changed", "system", null, null, null, detail("periods", now, "previous_periods", was));
    }
  }

  private void stations() {
    after.stations().forEach((number, now) -> {
      GatewayView.Station was = before.stations().get(number);
      Integer zone = after.numbers().zone(String.valueOf(now.zone()));
      boolean connected = Statuses.connected(now);
      if (was == null ? connected : connected != Statuses.connected(was)) {
        hearer.heard(
            connected ? "station_connected" : "station_disconnected", "station", zone, number, null,
            detail("is_connected", connected));
      }
      if (was == null) {
        return;
      }
      if (Statuses.available(now) != Statuses.available(was)) {
        hearer.heard("availability_changed", "station", zone, number, null, detail("is_available", Statuses.available(now)));
      }
      for (int i = 0; i < now.connectors().size(); i++) {
        connector(was, now, i, zone, number);
      }
    });
  }

  private void connector(GatewayView.Station was, GatewayView.Station now, int place, Integer zone, int number) {
    GatewayView.Connector connector = now.connectors().get(place);
    String status = Statuses.connector(now, connector);
    String old = Statuses.connector(was, was.connectors().get(place));
    if (!status.equals(old)) {
      hearer.heard(
          "connector_status", "connector", zone, number, connector.number(),
          detail("status", status, "legacy_status", Statuses.legacy(status), "previous_status", old));
      if (status.equals("unavailable") || old.equals("unavailable") && !status.equals("unknown")) {
        hearer.heard(
            "availability_changed", "connector", zone, number, connector.number(),
            detail("is_available", !status.equals("unavailable")));
      }
    }
  }

  private void sessions() {
    Map<Integer, GatewayView.Session> gone = new HashMap<>();
    before.view().sessions().forEach(session -> gone.put(session.transactionId(), session));
    for (GatewayView.Session session : after.view().sessions()) {
      if (gone.remove(session.transactionId()) == null) {
        session("transaction_started", session.station(), session.connector(), session.transactionId());
      }
    }
    for (GatewayView.Session session : before.view().sessions()) {
      if (gone.containsKey(session.transactionId())) {
        session("transaction_ended", session.station(), session.connector(), session.transactionId());
      }
    }
  }

  private void session(String type, String station, int connector, int transaction) {
    String zone = after.view().station(station).zone();
    hearer.heard(
        type, "connector", zone == null ? null : after.numbers().zone(zone), after.numbers().station(station), connector,
        detail("transaction_id", transaction));
  }

  /** They are kept in order, and those of before are the very same. */
  @SuppressWarnings("ReferenceEquality")
  private void notices() {
    var now = after.view().notices();
    var was = before.view().notices();
    GatewayView.Notice last = was.isEmpty() ? null : was.getLast();
    int from = now.size();
    while (from > 0 && now.get(from - 1) != last) {
      from--;
    }
    for (GatewayView.Notice notice : now.subList(from, now.size())) {
      hearer.heard("notice", "system", null, null, null, detail("subject", notice.station(), "text", notice.text()));
    }
  }
}
