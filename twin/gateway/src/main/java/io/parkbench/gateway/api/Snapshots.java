package io.parkbench.gateway.api;

import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands readers the latest snapshot. On virtual time each reads the instant itself. On a live gateway the loop publishes one every
 * {@value #EVERY_MS} ms for as long as somebody has read within the last minute, so that readers cost the loop the same however many they are.
 */
public final class Snapshots {
  private static final long EVERY_MS = 200;
  private static final long PUBLISHED_AFTER_READ = Micros.MINUTE;

  private final Loop loop;
  private final Supplier<GatewayView> views;
  private final Facts facts;
  private final Numbers numbers;
  private final Pending pending = new Pending();
  /** Published by the loop; null while it publishes none. */
  private volatile @Nullable Snapshot latest;
  private volatile boolean read;
  private long readAt;

  /** @param views what the gateway knows now; asked on the loop's thread only */
  Snapshots(Loop loop, Supplier<GatewayView> views, Facts facts, Numbers numbers) {
    this.loop = loop;
    this.views = views;
    this.facts = facts;
    this.numbers = numbers;
  }

  /** Gives {@code reader} a snapshot: of this instant on the loop, at most so old elsewhere. */
  void read(WebService.Reply reply, Consumer<Snapshot> reader) {
    Snapshot published = latest;
    if (reply.isOnLoop()) {
      reader.accept(refresh());
    } else if (published != null) {
      read = true;
      reader.accept(published);
    } else {
      // the first reader for long waits for the loop once
      reply.onLoop(() -> reader.accept(publish()));
    }
  }

  /** A snapshot of this instant, on the loop's thread; from now on readers see nothing older. */
  Snapshot refresh() {
    GatewayView view = views.get();
    for (GatewayView.Station station : view.stations()) {
      settle(station);
    }
    Snapshot snapshot = new Snapshot(view, numbers.take(view), facts, pending.latest());
    if (latest != null) {
      latest = snapshot;
    }
    return snapshot;
  }

  Pending pending() {
    return pending;
  }

  private void settle(GatewayView.Station station) {
    for (GatewayView.Connector connector : station.connectors()) {
      String going = Pending.of(pending.latest(), station.id(), connector.number());
      boolean out = "Unavailable".equals(connector.status());
      if (going != null && (!Statuses.connected(station) || out == going.equals("unavailable"))) {
        pending.over(station.id(), connector.number());
      }
    }
  }

  private Snapshot publish() {
    Snapshot published = latest;
    if (published != null) {
      return published;
    }
    readAt = loop.now();
    Snapshot first = refresh();
    latest = first;
    again();
    return first;
  }

  private void again() {
    loop.after(EVERY_MS * Micros.MILLISECOND, () -> {
      if (read) {
        read = false;
        readAt = loop.now();
      }
      if (loop.now() - readAt > PUBLISHED_AFTER_READ) {
        latest = null;
      } else {
        refresh();
        again();
      }
    });
  }
}
