package io.parkbench.gateway.access;

import io.parkbench.kernel.RealTime;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one password be hashed at a time, a few wait and the rest go away, so that a flood of logins takes neither processors nor threads.
 * After each there is a rest, three times as long as the work was: a flood has a quarter of a processor at most, however many there are.
 */
final class HashGate {
  /** A crowd gone away may try again after so long. */
  static final long RETRY_S = 2;

  private static final long RESTS = 3;

  private final Semaphore one = new Semaphore(1, true);
  private final AtomicInteger inside = new AtomicInteger();
  private final int most;
  /** When the next may work, nanoseconds; of whoever works. */
  private long freeAt = RealTime.nanos();

  /**
   * @param waiting how many may wait for the one that works
   */
  HashGate(int waiting) {
    this.most = waiting + 1;
  }

  /** How many work or wait. */
  int inside() {
    return inside.get();
  }

  /** What {@code work} gives; null, without calling it, where too many wait already. */
  <T> @Nullable T through(Supplier<T> work) {
    if (inside.incrementAndGet() > most) {
      inside.decrementAndGet();
      return null;
    }
    try {
      one.acquireUninterruptibly();
      try {
        rest();
        long start = RealTime.nanos();
        try {
          return work.get();
        } finally {
          long end = RealTime.nanos();
          freeAt = end + RESTS * (end - start);
        }
      } finally {
        one.release();
      }
    } finally {
      inside.decrementAndGet();
    }
  }

  private void rest() {
    for (long left = freeAt - RealTime.nanos(); left > 0; left = freeAt - RealTime.nanos()) {
      RealTime.rest(left);
    }
  }
}
