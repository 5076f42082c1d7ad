package io.parkbench.gateway.api;

import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.AlarmResource;
import io.parkbench.protocol.api.Times;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Raises and clears alarms as views show their causes, and keeps the latest that are over. Written by the loop, read by any thread. */
final class Alarms {
  private static final int KEPT = 1_000;

  private final SortedMap<String, AlarmResource> active = new TreeMap<>();
  private final Deque<AlarmResource> cleared = new ArrayDeque<>();
  /** What is read: made anew when something has changed, so that no reader holds the loop up. */
  private volatile List<AlarmResource> latest = List.of();
  private long last;

  /** What can be wrong, by a key of its own. */
  private record Cause(
      String code, String subject, @Nullable Integer zone, @Nullable Integer station, @Nullable Integer connector, String text) {}

  /**
   * Takes in what a snapshot shows.
   *
   * @param hearer told each alarm that is raised or cleared, with the word for that
   */
  void take(Snapshot snapshot, BiConsumer<String, AlarmResource> hearer) {
    SortedMap<String, Cause> causes = causes(snapshot);
    List<Runnable> news = new ArrayList<>();
    String now = Times.text(snapshot.view().now());
    for (String key : List.copyOf(active.keySet())) {
      if (!causes.containsKey(key)) {
        AlarmResource over = cleared(active.remove(key), now);
        if (cleared.size() == KEPT) {
          cleared.removeFirst();
        }
        cleared.addLast(over);
        news.add(() -> hearer.accept("alarm_cleared", over));
      }
    }
    for (Map.Entry<String, Cause> entry : causes.entrySet()) {
      if (!active.containsKey(entry.getKey())) {
        AlarmResource raised = raised(++last, entry.getValue(), now);
        active.put(entry.getKey(), raised);
        news.add(() -> hearer.accept("alarm_raised", raised));
      }
    }
    if (!news.isEmpty()) {
      latest = sorted();
      news.forEach(Runnable::run);
    }
  }

  /** By their numbers, the active ones and those that are over. */
  List<AlarmResource> all() {
    return latest;
  }

  private List<AlarmResource> sorted() {
    List<AlarmResource> all = new ArrayList<>(cleared);
    all.addAll(active.values());
    all.sort(Comparator.comparingLong(AlarmResource::alarmId));
    return List.copyOf(all);
  }

  private static SortedMap<String, Cause> causes(Snapshot snapshot) {
    SortedMap<String, Cause> causes = new TreeMap<>();
    snapshot.stations().forEach((number, station) -> {
      Integer zone = snapshot.numbers().zone(String.valueOf(station.zone()));
      if (station.presence() == Presence.LOST) {
        causes.put(
            "station " + station.id(),
            new Cause("station-communication-fault", station.id(), zone, number, null, station.name() + " is not connected."));
      } else {
        faulted(causes, station, number, zone);
      }
    });
    for (GatewayView.Meter meter : snapshot.view().meters()) {
      if (!meter.trusted() && meter.why() != null) {
        causes.put("meter " + meter.id(),
            new Cause("meter-lost", meter.id(), null, null, null, meter.name() + " is not to be trusted."));
      }
    }
    GatewayView.Remote remote = snapshot.view().remote();
    if (remote.enabled() && !remote.active() && remote.lastHeartbeat() >= 0) {
      causes.put(
          "heartbeat",
          new Cause("bems-heartbeat-lost", "remote energy management", null, null, null,
              "Its heartbeat has not been heard in time."));
    }
    return causes;
  }

  private static void faulted(SortedMap<String, Cause> causes, GatewayView.Station station, int number, Integer zone) {
    for (GatewayView.Connector connector : station.connectors()) {
      if ("Faulted".equals(connector.status())) {
        String subject = station.id() + "/" + connector.number();
        causes.put(
            "connector " + subject,
            new Cause(
                "connector-faulted", subject, zone, number, connector.number(),
                station.name() + ", connector " + connector.number() + " reports a fault."));
      }
    }
  }

  private static AlarmResource raised(long number, Cause cause, String now) {
    return new AlarmResource(
        number, cause.code(), "active", cause.subject(), cause.station(), cause.connector(), cause.zone(), cause.text(), now, null);
  }

  private static AlarmResource cleared(@Nullable AlarmResource alarm, String now) {
    if (alarm == null) {
      throw new IllegalStateException("an alarm that was none");
    }
    return new AlarmResource(
        alarm.alarmId(), alarm.code(), "cleared", alarm.subject(), alarm.stationId(), alarm.connectorId(), alarm.zoneId(),
        alarm.text(), alarm.raisedAt(), now);
  }
}
