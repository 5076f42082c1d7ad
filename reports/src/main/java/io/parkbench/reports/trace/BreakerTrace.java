package io.parkbench.reports.trace;

import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.List;

/** What a recording tells of a zone's breaker: how near it came to a trip, and its trips. */
public final class BreakerTrace {
  private String device = "";
  private final List<Trip> trips = new ArrayList<>();
  private double least = Double.POSITIVE_INFINITY;
  private long leastAt;
  private long told;
  private double seconds = Double.POSITIVE_INFINITY;

  /**
   * It opened by itself.
   *
   * @param instant µs since 1970
   * @param phase 0 to 2
   * @param amps what that pole carried, A
   * @param since when it began to carry more than it can for ever, µs since 1970
   */
  public record Trip(long instant, int phase, double amps, long since) {}

  /** What it is, {@code C 63 A}; empty where the zone has none. */
  public String device() {
    return device;
  }

  public List<Trip> trips() {
    return trips;
  }

  /** The least time that was left to a trip until {@code end}, s; infinite where it was never overloaded. */
  public double leastSeconds(long end) {
    return Math.min(least, left(end));
  }

  /** When so little was left; meaningless where it was never overloaded. */
  public long leastAt(long end) {
    return left(end) < least ? end : leastAt;
  }

  void state(long instant, String device, double secondsToTrip) {
    this.device = device;
    pass(instant);
    told = instant;
    seconds = Double.isNaN(secondsToTrip) ? Double.POSITIVE_INFINITY : secondsToTrip;
    pass(instant);
  }

  void trip(Trip trip) {
    trips.add(trip);
    least = 0;
    leastAt = trip.instant();
  }

  private void pass(long instant) {
    if (left(instant) < least) {
      least = left(instant);
      leastAt = instant;
    }
  }

  private double left(long instant) {
    return Math.max(0, seconds - (instant - told) / (double) Micros.SECOND);
  }
}
