package io.parkbench.gateway.access;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one password be hashed at a time, a few wait and the rest go away, so that a flood of logins takes neither processors nor threads. */
final class HashGate {
  /** A crowd gone away may try again after so long. */
  static final long RETRY_S = 2;

  private final Semaphore one = new Semaphore(1, true);
  private final AtomicInteger inside = new AtomicInteger();
  private final int most;

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
        return work.get();
      } finally {
        one.release();
      }
    } finally {
      inside.decrementAndGet();
    }
  }
}
