package io.parkbench.gateway.ocpp;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a link is half-open (R-DEG-8): pings when nothing was heard for an interval, and gives up when nothing, not
 * even a pong, comes within the grace after it. A link on which something is heard in every interval needs no ping.
 */
final class LinkWatch {
  private final Loop loop;
  private final long interval;
  private final long grace;
  private final Runnable ping;
  private final Runnable silent;
  private @Nullable Timer timer;
  private long lastHeard;

  LinkWatch(Loop loop, long interval, long grace, Runnable ping, Runnable silent) {
    this.loop = loop;
    this.interval = interval;
    this.grace = grace;
    this.ping = ping;
    this.silent = silent;
  }

  void start() {
    stop();
    lastHeard = loop.now();
    timer = loop.after(interval, this::look);
  }

  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** Something arrived. Costs nothing: the timer looks when it is due, not at every frame. */
  void heard() {
    lastHeard = loop.now();
  }

  private void look() {
    long quietSince = lastHeard;
    if (loop.now() < quietSince + interval) {
      timer = loop.at(quietSince + interval, this::look);
      return;
    }
    timer = loop.after(grace, () -> {
      if (lastHeard == quietSince) {
        timer = null;
        silent.run();
      } else {
        look();
      }
    });
    ping.run();
  }
}
