package io.parkbench.kernel;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The clock of a whole bench and the thread that turns it: virtual or real. The thread that calls {@code run…} is the loop's. */
public interface Time extends Loop {
  /** A loop of its own for one actor, on this time: closing it silences that actor alone. */
  Loop loop();

  /** Runs everything due up to and including {@code instant}, then stands at {@code instant}. */
  void runUntil(long instant);

  /**
   * Runs until {@code condition} holds, looked at after each event, but not beyond {@code limit}.
   *
   * @return whether it held
   */
  boolean runUntil(BooleanSupplier condition, long limit);

  default void runFor(Duration duration) {
    runUntil(now() + Micros.of(duration));
  }

  /** Runs {@code task} on the loop's thread as soon as may be; from any thread. */
  void post(Runnable task);

  /** Makes the run fail: the next event throws {@code cause}. From any thread; the first one counts. */
  void fail(Throwable cause);

  /** Asked whenever the loop has to wait. */
  void add(Pump pump);

  /** How many tasks have run. */
  long events();
}
