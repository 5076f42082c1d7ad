package io.parkbench.wire.pins;

import io.parkbench.kernel.Pin;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The GPIO chips of a machine. Messages of exceptions say what is wrong and what would help. */
@FunctionalInterface
interface Gpio {
  /** Takes a line as an input with both edges, for this process alone. */
  Line request(Pin.GpioLine pin) throws IOException;

  /** A line that was taken; not for two threads. */
  interface Line extends AutoCloseable {
    /** Whether it is high now. */
    boolean read() throws IOException;

    /** The next edge, waited for so many ms at most; null if there is none. */
    @Nullable
    Edge next(int millis) throws IOException;

    /** Others may take it. */
    @Override
    void close();
  }

  /**
   * An edge.
   *
   * @param number of this line's edges, from 1 and by one, as long as none is missed
   */
  record Edge(boolean rising, long number) {}
}
