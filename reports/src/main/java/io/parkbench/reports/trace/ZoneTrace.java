package io.parkbench.reports.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recording tells of one zone: limit in force, leased sum, true charging current and other loads per supply phase, all in A. */
public final class ZoneTrace {
  private final String id;
  private final StepSeries[] limit = threePhases();
  private final StepSeries[] leased = threePhases();
  private final StepSeries[] current = threePhases();
  private final StepSeries[] load = threePhases();
  private final BreakerTrace breaker = new BreakerTrace();
  private final StepSeries power = new StepSeries();
  private final Notes binding = new Notes();
  private final List<Breach> breaches = new ArrayList<>();

  ZoneTrace(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** The limit in force, as the gateway sees it. Phase 0 to 2. */
  public StepSeries limit(int phase) {
    return limit[phase];
  }

  /** The sum of the setpoints given out. Phase 0 to 2. */
  public StepSeries leased(int phase) {
    return leased[phase];
  }

  /** The true charging current in the plant. Phase 0 to 2. */
  public StepSeries current(int phase) {
    return current[phase];
  }

  /** The true current of other loads, below 0 where they feed in; empty where there are none. Phase 0 to 2. */
  public StepSeries load(int phase) {
    return load[phase];
  }

  /** Whether its limit in force is what other loads leave of a maximum for all: a dynamic zone. */
  public boolean isDynamic() {
    return binding.list().stream().anyMatch(note -> note.text().equals("meter") || note.text().equals("degraded"));
  }

  public BreakerTrace breaker() {
    return breaker;
  }

  /** The power limit over all phases in kW; empty where the zone never had one. */
  public StepSeries power() {
    return power;
  }

  /** What set the limit in force, by time. */
  public Notes binding() {
    return binding;
  }

  public List<Breach> breaches() {
    return breaches;
  }

  /** Whether nothing was leased and nothing flowed on this phase. */
  public boolean idle(int phase) {
    return !(leased[phase].max() > 0) && !(current[phase].max() > 0) && load[phase].isZero();
  }

  /** Whether the two phases look the same throughout, breaches included. */
  public boolean alike(int one, int other) {
    return limit[one].sameAs(limit[other]) && leased[one].sameAs(leased[other]) && current[one].sameAs(current[other])
        && load[one].sameAs(load[other])
        && breaker.trips().stream().allMatch(trip -> (trip.phase() == one) == (trip.phase() == other))
        && breaches.stream().allMatch(breach -> breach.concerns(one) == breach.concerns(other));
  }

  /** The highest share of the limit that was leased or drawn on any phase; 0 where no limit is known. */
  public double utilisation() {
    double highest = 0;
    for (int phase = 0; phase < 3; phase++) {
      for (StepSeries load : List.of(leased[phase], current[phase])) {
        Closest closest = closest(load, limit[phase]);
        if (closest != null && closest.limit() > 0) {
          highest = Math.max(highest, closest.value() / closest.limit());
        }
      }
    }
    return highest;
  }

  /** Where the true current came closest to the limit in force, or exceeded it most; null where either is unknown. */
  public @Nullable Closest closest(int phase) {
    return closest(current[phase], limit[phase]);
  }

  /** When the current was back within the limit that the breach broke; {@code last} if it never was. */
  public long end(Breach breach, long last) {
    if (breach.ofPower()) {
      return breach.until();
    }
    StepSeries amps = current[breach.phase()];
    for (int i = 0; i < amps.size(); i++) {
      if (amps.instant(i) > breach.until() && amps.value(i) <= breach.limit()) {
        return amps.instant(i);
      }
    }
    return last;
  }

  private static @Nullable Closest closest(StepSeries load, StepSeries limit) {
    Closest closest = null;
    long above = Long.MAX_VALUE;
    long longest = 0;
    int i = -1;
    int j = -1;
    while (i + 1 < load.size() || j + 1 < limit.size()) {
      long nextLoad = i + 1 < load.size() ? load.instant(i + 1) : Long.MAX_VALUE;
      long nextLimit = j + 1 < limit.size() ? limit.instant(j + 1) : Long.MAX_VALUE;
      long now = Math.min(nextLoad, nextLimit);
      longest = Math.max(longest, now - Math.min(above, now));
      i += nextLoad == now ? 1 : 0;
      j += nextLimit == now ? 1 : 0;
      if (i >= 0 && j >= 0) {
        Closest here = new Closest(now, load.value(i), limit.value(j), 0);
        closest = closest == null || here.headroom() < closest.headroom() ? here : closest;
        above = here.isAbove() ? Math.min(above, now) : Long.MAX_VALUE;
      }
    }
    return closest == null ? null : new Closest(closest.instant(), closest.value(), closest.limit(), longest);
  }

  private static StepSeries[] threePhases() {
    return new StepSeries[] {new StepSeries(), new StepSeries(), new StepSeries()};
  }

  /**
   * Where a load stood closest to its limit, both in A.
   *
   * @param instant µs since 1970
   * @param longestAbove for how long at a time the load was above its limit at most, µs
   */
  public record Closest(long instant, double value, double limit, long longestAbove) {
    /** What a recording's two decimals cannot tell from nothing, A. */
    private static final double ROUNDING = 0.015;

    public double headroom() {
      return limit - value;
    }

    public boolean isAbove() {
      return headroom() < -ROUNDING;
    }
  }

  /**
   * A breach that the invariant checker found (R-LEASE-5).
   *
   * @param since first instant above the limit, µs since 1970
   * @param until last instant of it that the recording shows, µs since 1970
   * @param phase 0 to 2; −1 where it is the power over all phases
   * @param value the current then, A; or the power, kW
   * @param limit the limit that it broke, A; or kW
   */
  public record Breach(long since, long until, int phase, double value, double limit) {
    public boolean ofPower() {
      return phase < 0;
    }

    /** Whether a plot of this phase (0 to 2) has to show it. */
    public boolean concerns(int shown) {
      return ofPower() || phase == shown;
    }
  }
}
