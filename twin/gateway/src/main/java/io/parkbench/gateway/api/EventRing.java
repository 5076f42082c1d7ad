package io.parkbench.gateway.api;

import io.parkbench.protocol.api.EventResource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps the latest events, {@value #KEPT} at most, numbered from 1. Written by the loop, read by any thread. */
final class EventRing {
  private static final int KEPT = 10_000;

  private final String boot;
  private final Deque<EventResource> events = new ArrayDeque<>();
  private long last;

  EventRing(String boot) {
    this.boot = boot;
  }

  /** The id of the next event: it grows as text too. */
  synchronized String next() {
    return String.format(Locale.ROOT, "%s-%09d", boot, last + 1);
  }

  synchronized void add(EventResource event) {
    last++;
    if (events.size() == KEPT) {
      events.removeFirst();
    }
    events.addLast(event);
  }

  /** All that are kept, the oldest first. */
  synchronized List<EventResource> all() {
    return List.copyOf(events);
  }

  /** The number within an id. */
  static long number(EventResource event) {
    return Long.parseLong(event.id().substring(event.id().lastIndexOf('-') + 1));
  }

  /** Those after the event with this id; null if it is not of this run, or what followed it is not kept any more. */
  synchronized @Nullable List<EventResource> after(String id) {
    if (!id.matches(Pattern.quote(boot) + "-[0-9]{9,18}")) {
      return null;
    }
    long number = Long.parseLong(id.substring(boot.length() + 1));
    if (number > last || number < last - events.size()) {
      return null;
    }
    return events.stream().skip(events.size() - (last - number)).toList();
  }
}
