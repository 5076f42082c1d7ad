package io.parkbench.kernel;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The one place that looks at the machine's clocks and makes a thread wait. */
@RealWorld("somebody has to know what time it is")
public final class RealTime {
  private RealTime() {}

  /** Monotonic nanoseconds; only differences mean something. */
  public static long nanos() {
    return System.nanoTime();
  }

  /** The machine's time of day in microseconds since 1970; may jump. */
  public static long micros() {
    return Micros.of(Instant.now());
  }

  /** Lets the thread rest for about {@code nanos}, or less. */
  public static void rest(long nanos) {
    if (nanos > 0) {
      LockSupport.parkNanos(nanos);
    }
  }
}
