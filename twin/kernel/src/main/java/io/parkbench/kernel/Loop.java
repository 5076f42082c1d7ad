package io.parkbench.kernel;

import java.time.Duration;

/**
 * The single thread an actor lives on. All its code runs here, one task after another, so it needs no locks; whether time is
 * virtual or real, the code cannot tell.
 */
public interface Loop extends AutoCloseable {
  /** The present instant in microseconds since 1970 (see {@link Micros}); never goes back. */
  long now();

  /**
   * Runs {@code task} at {@code instant}, or as soon as may be if that has passed. Tasks of one instant run in the order in
   * which they were given.
   */
  Timer at(long instant, Runnable task);

  /** Runs {@code task} once nothing else is left to do at the present instant: the place to decide once after many events. */
  void atEndOfInstant(Runnable task);

  /** No task of this loop runs any more; later calls are accepted and forgotten. */
  @Override
  void close();

  default Timer after(long micros, Runnable task) {
    return at(now() + micros, task);
  }

  default Timer after(Duration delay, Runnable task) {
    return at(now() + Micros.of(delay), task);
  }

  default Timer execute(Runnable task) {
    return at(now(), task);
  }
}
