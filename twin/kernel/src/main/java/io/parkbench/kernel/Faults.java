package io.parkbench.kernel;

import java.util.function.Predicate;

/** The faults in force on a {@link Net}. */
public interface Faults {
  /** Puts {@code fault} in force, both ways, on every link (present and future) whose identity is {@code on}. */
  Guard add(Predicate<String> on, Fault fault);

  /** The same in one direction; {@link Fault.Cut} and {@link Fault.Silence} always take both. */
  Guard add(Predicate<String> on, Direction direction, Fault fault);

  /** Heals its fault when closed; closing twice does nothing. */
  interface Guard extends AutoCloseable {
    @Override
    void close();
  }
}
