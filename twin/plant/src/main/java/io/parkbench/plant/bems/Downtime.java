package io.parkbench.plant.bems;

import org.jspecify.annotations.Nullable;

/** Counts how long the gateway was not heard since the last sample, and why. */
final class Downtime {
  private long since = Long.MIN_VALUE;
  private long before;
  private @Nullable Gap why;
  private @Nullable Gap worst;

  boolean isDown() {
    return since != Long.MIN_VALUE;
  }

  void down(long now, Gap reason) {
    if (!isDown()) {
      since = now;
    }
    // A gateway that answers that it is starting tells more than one that says nothing.
    why = why == Gap.GATEWAY_RESTART ? why : reason;
    worst = why;
  }

  void up(long now, boolean restarted) {
    if (isDown()) {
      before += now - since;
      worst = restarted ? Gap.GATEWAY_RESTART : worst;
    }
    since = Long.MIN_VALUE;
    why = null;
  }

  /** µs since the last {@link #next}. */
  long lasting(long now) {
    return before + (isDown() ? Math.max(0, now - since) : 0);
  }

  /** Why, or null where there was none. */
  @Nullable
  Gap why() {
    return worst;
  }

  void next(long now) {
    before = 0;
    if (isDown()) {
      since = now;
    }
    worst = why;
  }
}
