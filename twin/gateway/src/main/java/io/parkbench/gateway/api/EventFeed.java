package io.parkbench.gateway.api;

import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.api.AlarmResource;
import io.parkbench.protocol.api.EventResource;
import io.parkbench.protocol.api.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells events, found by comparing views when the gateway says that something has changed (R-BEMS-8). Until somebody has asked for anything
 * it does nothing, and afterwards it compares at most every {@value #GAP_MS} ms, so that it costs a simulation nothing. On the loop's thread.
 */
public final class EventFeed {
  private static final long GAP_MS = 200;

  private final Loop loop;
  private final Snapshots snapshots;
  private final EventRing ring;
  private final Alarms alarms = new Alarms();
  private final List<Consumer<EventResource>> hearers = new ArrayList<>();
  private @Nullable Snapshot before;
  private boolean pending;
  private long comparedAt = Long.MIN_VALUE / 2;

  EventFeed(Loop loop, Snapshots snapshots, String boot) {
    this.loop = loop;
    this.snapshots = snapshots;
    ring = new EventRing(boot);
    tell("boot", "system", null, null, null, Changes.detail("boot_id", boot));
  }

  /** From now on differences are told; called by the first request, or at the start where somebody will ask. */
  public void on() {
    if (before == null) {
      compare();
    }
  }

  /** Something may have changed: at the end of an instant, as often as one likes. */
  public void touched() {
    if (before == null || pending) {
      return;
    }
    pending = true;
    long next = comparedAt + GAP_MS * Micros.MILLISECOND;
    if (next <= loop.now()) {
      loop.atEndOfInstant(this::compare);
    } else {
      loop.at(next, this::compare);
    }
  }

  /** An event that no two views show, such as one of the clock; by the API's numbers, null where it is about none. */
  public void tell(
      String type, String topic, @Nullable Integer zone, @Nullable Integer station, @Nullable Integer connector,
      SortedMap<String, Object> detail) {
    EventResource event = new EventResource(ring.next(), type, topic, Times.text(loop.now()), zone, station, connector, detail);
    ring.add(event);
    List.copyOf(hearers).forEach(hearer -> hearer.accept(event));
  }

  EventRing ring() {
    return ring;
  }

  Alarms alarms() {
    return alarms;
  }

  void hear(Consumer<EventResource> hearer) {
    hearers.add(hearer);
  }

  void forget(Consumer<EventResource> hearer) {
    hearers.remove(hearer);
  }

  /** A setpoint came within the minimum period. */
  void rejected(String zone, long againAt) {
    int number = snapshots.refresh().numbers().zone(zone);
    tell("reduction_rejected", "zone", number, null, null, Changes.detail("again_at", Times.text(againAt)));
  }

  void clockSet(long instant) {
    tell("clock_set", "system", null, null, null, Changes.detail("time", Times.text(instant)));
  }

  private void compare() {
    pending = false;
    comparedAt = loop.now();
    Snapshot now = snapshots.refresh();
    Snapshot old = before;
    before = now;
    if (old != null && comparable(old.view(), now.view())) {
      new Changes(old, now, this::tell).tell();
    }
    alarms.take(now, this::alarm);
  }

  /** A site that was changed underneath has other zones. */
  private static boolean comparable(GatewayView old, GatewayView now) {
    return old.zones().size() == now.zones().size() && old.meters().size() == now.meters().size()
        && old.inputs().size() == now.inputs().size();
  }

  private void alarm(String type, AlarmResource alarm) {
    tell(
        type, "alarm", alarm.zoneId(), alarm.stationId(), alarm.connectorId(),
        Changes.detail("alarm_id", alarm.alarmId(), "code", alarm.code(), "subject", alarm.subject(), "text", alarm.text()));
  }
}
