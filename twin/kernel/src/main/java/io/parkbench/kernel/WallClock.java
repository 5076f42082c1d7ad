package io.parkbench.kernel;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Time as it passes: tasks run when they are due, and the loop sleeps in its pump until then. */
public final class WallClock extends EventQueue {
  private static final long LONGEST_WAIT_NANOS = 50_000_000L;

  private final long startMicros = RealTime.micros();
  private final long startNanos = RealTime.nanos();

  /** Monotonic; the time of day of this clock's making plus what has passed since. */
  @Override
  public long now() {
    return startMicros + (RealTime.nanos() - startNanos) / 1_000;
  }

  @Override
  public boolean runUntil(BooleanSupplier condition, long limit) {
    while (true) {
      throwFailure();
      runPosts();
      if (condition.getAsBoolean()) {
        return true;
      }
      long now = now();
      if (isClosed() || now >= limit && next() > limit) {
        return false;
      }
      if (next() <= now) {
        step();
      } else {
        waitFor((Math.min(next(), limit) - now) * 1_000);
      }
    }
  }

  private void waitFor(long nanos) {
    long wait = Math.min(nanos, LONGEST_WAIT_NANOS);
    List<Pump> pumps = pumps();
    if (pumps.isEmpty()) {
      RealTime.rest(hasPosts() ? 0 : Math.min(wait, 1_000_000));
      return;
    }
    boolean any = false;
    for (Pump pump : pumps) {
      goesToRest();
      any |= pump.pump(any || hasPosts() ? 0 : wait / pumps.size());
    }
    isUp();
  }
}
