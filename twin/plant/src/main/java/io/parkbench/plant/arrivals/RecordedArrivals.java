package io.parkbench.plant.arrivals;

import java.util.Comparator;
import java.util.List;

/**
 * Sessions of a real site, or listed by hand, read from a file.
 *
 * @param start instant from which the file tells, µs
 * @param end instant up to which it tells, µs
 * @param volts line to neutral the sessions were charged at, or 0 where the file does not say
 * @param arrivals in the order of time
 */
public record RecordedArrivals(long start, long end, double volts, List<Arrival> arrivals) {
  public RecordedArrivals {
    arrivals = arrivals.stream().sorted(Comparator.comparingLong(Arrival::at)).toList();
  }

  /** The same sessions on other days: moved so that the file begins at {@code instant}. */
  public RecordedArrivals startingAt(long instant) {
    long by = instant - start;
    return new RecordedArrivals(
        instant, end + by, volts, arrivals.stream().map(arrival -> arrival.shifted(by)).toList());
  }

  public ArrivalPlan plan() {
    return ArrivalPlan.of(arrivals);
  }
}
