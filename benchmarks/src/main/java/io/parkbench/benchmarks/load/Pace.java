package io.parkbench.benchmarks.load;

import io.parkbench.kernel.RealTime;
import java.util.function.LongSupplier;

/** When a client sends its next request: at fixed instants, however long the answers take. */
final class Pace {
  private final long every;
  private final LongSupplier end;
  private long due;

  /**
   * @param first when the first one is due, nanoseconds of {@link RealTime#nanos}
   * @param every so many nanoseconds
   * @param end none is due from here on; may be known later
   */
  Pace(long first, long every, LongSupplier end) {
    this.due = first;
    this.every = every;
    this.end = end;
  }

  /** Waits for the next instant; false if it is over. */
  boolean next() {
    due += every;
    for (long left = due - RealTime.nanos(); left > 0 && due < end.getAsLong(); left = due - RealTime.nanos()) {
      RealTime.rest(left);
    }
    return due < end.getAsLong();
  }

  /** The instant that has come: answers are timed from here, not from when the client got round to asking. */
  long due() {
    return due;
  }
}
