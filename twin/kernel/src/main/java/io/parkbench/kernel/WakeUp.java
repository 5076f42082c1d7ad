package io.parkbench.kernel;

import org.jspecify.annotations.Nullable;

/** The one instant at which an actor wants to look again: moved as often as it likes, called at most once for each. */
public final class WakeUp {
  /** No instant: nothing is awaited. */
  public static final long NEVER = Long.MAX_VALUE;

  private final Loop loop;
  private final Runnable task;
  private @Nullable Timer timer;
  private long at = NEVER;

  /** @param task what is done then; it may move the wake-up */
  public WakeUp(Loop loop, Runnable task) {
    this.loop = loop;
    this.task = task;
  }

  /** What is awaited, µs since 1970, or {@link #NEVER}. */
  public long instant() {
    return at;
  }

  /** Awaits another instant in place of the present one, µs since 1970; {@link #NEVER} for none. */
  public void move(long instant) {
    if (instant == at) {
      return;
    }
    if (timer != null) {
      timer.cancel();
    }
    at = instant;
    timer = instant == NEVER ? null : loop.at(instant, this::ring);
  }

  /** Awaits nothing. */
  public void cancel() {
    move(NEVER);
  }

  private void ring() {
    at = NEVER;
    timer = null;
    task.run();
  }
}
