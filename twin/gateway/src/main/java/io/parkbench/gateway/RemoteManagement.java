package io.parkbench.gateway;

import io.parkbench.gateway.site.RemoteControl;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Timer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the building's energy management is there: it says so by its heartbeat, and is missed when that stops (R-BEMS-4). */
final class RemoteManagement {
  private static final String SUBJECT = "remote energy management";

  private final Loop loop;
  private final Supplier<RemoteControl> control;
  private final Notices notices;
  private final Runnable lost;
  private @Nullable Timer patience;
  private long beatAt = -1;
  private boolean active;

  /**
   * @param lost called when it has fallen silent
   */
  RemoteManagement(Loop loop, Supplier<RemoteControl> control, Notices notices, Runnable lost) {
    this.loop = loop;
    this.control = control;
    this.notices = notices;
    this.lost = lost;
  }

  /** A sign of life. */
  void beat(String by) {
    if (!active && beatAt >= 0) {
      notices.add(loop.now(), SUBJECT, "the heartbeat of " + by + " is back");
    }
    beatAt = loop.now();
    active = true;
    close();
    patience = loop.after(control.get().heartbeat(), this::silent);
  }

  private void silent() {
    active = false;
    notices.add(loop.now(), SUBJECT, "alarm: no heartbeat for " + control.get().heartbeat().toSeconds() + " s; reductions "
        + switch (control.get().onLoss()) {
          case KEEP -> "run to their validity";
          case RELEASE -> "are released";
        });
    lost.run();
  }

  GatewayView.Remote view() {
    RemoteControl present = control.get();
    return new GatewayView.Remote(present.login(), present.enabled(), active, beatAt);
  }

  void close() {
    if (patience != null) {
      patience.cancel();
    }
  }
}
