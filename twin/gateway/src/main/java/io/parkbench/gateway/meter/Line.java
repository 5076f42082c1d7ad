package io.parkbench.gateway.meter;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One address with the meters behind it: one is asked at a time, in the order in which they are due. */
final class Line {
  private final Deque<Poller> waiting = new ArrayDeque<>();
  private @Nullable Poller asking;
  private int meters;

  void add() {
    meters++;
  }

  /** Whether a meter that stays silent keeps others waiting. */
  boolean shared() {
    return meters > 1;
  }

  /** It is time to ask: at once, or as soon as the others have been. */
  void due(Poller meter) {
    if (asking == null) {
      asking = meter;
      meter.ask();
    } else {
      waiting.add(meter);
    }
  }

  /** The meter that was being asked has replied to everything, or will not. */
  void done() {
    Poller next = waiting.poll();
    asking = next;
    if (next != null) {
      next.ask();
    }
  }
}
