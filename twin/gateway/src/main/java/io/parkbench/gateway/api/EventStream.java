package io.parkbench.gateway.api;

import io.parkbench.gateway.api.web.Json;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Timer;
import io.parkbench.kernel.WebStream;
import io.parkbench.protocol.api.EventResource;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One client's stream of server-sent events: what it has missed, then what happens, and a sign of life every {@value #PING_S} s. */
final class EventStream implements WebStream {
  private static final long PING_S = 15;

  private final Loop loop;
  private final EventFeed feed;
  private final @Nullable Set<String> topics;
  private final @Nullable String lastId;
  private final Predicate<EventStream> enter;
  private final BooleanSupplier over;
  private final Consumer<EventStream> gone;
  private final Consumer<EventResource> hearer = this::tell;
  private @Nullable Outlet outlet;
  private @Nullable Timer ping;

  /**
   * @param topics null for all
   * @param lastId the event after which it goes on; null for what happens from now on
   * @param enter asked when it begins to flow; false: it may not
   * @param over whether its login is over
   * @param gone told when it is
   */
  EventStream(
      Loop loop, EventFeed feed, @Nullable Set<String> topics, @Nullable String lastId,
      Predicate<EventStream> enter, BooleanSupplier over, Consumer<EventStream> gone) {
    this.loop = loop;
    this.feed = feed;
    this.topics = topics;
    this.lastId = lastId;
    this.enter = enter;
    this.over = over;
    this.gone = gone;
  }

  @Override
  public void opened(Outlet opened) {
    if (!enter.test(this)) {
      opened.end();
      return;
    }
    outlet = opened;
    opened.send("retry: 5000\n\n");
    if (lastId != null) {
      List<EventResource> missed = feed.ring().after(lastId);
      if (missed == null) {
        missed = feed.ring().all();
        opened.send("event: gap\ndata: " + Json.text(Changes.detail("last_event_id", lastId)) + "\n\n");
      }
      missed.forEach(hearer);
    }
    feed.hear(hearer);
    pingLater();
  }

  @Override
  public void closed() {
    feed.forget(hearer);
    outlet = null;
    if (ping != null) {
      ping.cancel();
    }
    gone.accept(this);
  }

  private void pingLater() {
    ping = loop.after(PING_S * Micros.SECOND, () -> {
      Outlet open = look();
      if (open != null) {
        open.send(": ping\n\n");
        pingLater();
      }
    });
  }

  private void tell(EventResource event) {
    if (topics != null && !topics.contains(event.topic())) {
      return;
    }
    Outlet open = look();
    if (open != null) {
      open.send("id: " + event.id() + "\nevent: " + event.type() + "\ndata: " + Json.text(event) + "\n\n");
    }
  }

  /** Ends the stream, whatever its login is worth. */
  void end() {
    Outlet open = outlet;
    if (open != null) {
      open.end();
      closed();
    }
  }

  /** Ends the stream if its login is over; where it goes, or null. */
  @Nullable
  Outlet look() {
    Outlet open = outlet;
    if (open != null && over.getAsBoolean()) {
      open.send("event: session-expired\ndata: {}\n\n");
      open.end();
      closed();
      return null;
    }
    return open;
  }
}
