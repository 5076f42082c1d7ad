package io.parkbench.gateway.api;

import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.protocol.api.AlarmResource;
import io.parkbench.protocol.api.EventResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers the requests for events and alarms (R-BEMS-8). */
final class EventDesk {
  private final EventFeed feed;
  private final EventStreams streams;

  EventDesk(EventFeed feed, EventStreams streams) {
    this.feed = feed;
    this.streams = streams;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("listEvents", this::events);
    operations.put("listAlarms", this::alarms);
  }

  private void events(Call call) {
    Set<String> topics = topics(call.query("topics"));
    if (call.wantsStream()) {
      call.onLoop(() -> streams.open(call, topics));
      return;
    }
    List<EventResource> events = feed.ring().all().stream().filter(event -> topics == null || topics.contains(event.topic()))
        .toList();
    call.ok(Reading.page(call, events, EventRing::number));
  }

  private void alarms(Call call) {
    String state = call.query("state");
    List<
        AlarmResource> alarms = feed.alarms().all().stream().filter(alarm -> state == null || state.equals(alarm.state())).toList();
    call.ok(Reading.page(call, alarms, AlarmResource::alarmId));
  }

  private static @Nullable Set<String> topics(@Nullable String listed) {
    return listed == null ? null : Set.copyOf(List.of(listed.split(",", -1)).stream().distinct().toList());
  }
}
