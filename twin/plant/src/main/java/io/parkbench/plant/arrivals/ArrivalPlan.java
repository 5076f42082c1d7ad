package io.parkbench.plant.arrivals;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes next: arrivals one by one in the order of time, so that a plan for years costs nothing up front. */
@FunctionalInterface
public interface ArrivalPlan {
  /** The next arrival, at the instant of the last one or later, or null when nobody comes any more. */
  @Nullable
  Arrival next();

  /** These arrivals, in any order; of two at the same instant the one listed first comes first. */
  static ArrivalPlan of(List<Arrival> arrivals) {
    Iterator<Arrival> sorted = arrivals.stream().sorted(Comparator.comparingLong(Arrival::at)).iterator();
    return () -> sorted.hasNext() ? sorted.next() : null;
  }

  /** The same arrivals and departures, later by {@code micros}, or earlier where that is negative. */
  default ArrivalPlan later(long micros) {
    return () -> {
      Arrival next = next();
      return next == null ? null : next.shifted(micros);
    };
  }

  /** Nobody comes. */
  static ArrivalPlan nobody() {
    return () -> null;
  }
}
