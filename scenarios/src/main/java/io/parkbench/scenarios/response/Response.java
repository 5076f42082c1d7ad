package io.parkbench.scenarios.response;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How one site answered the jump.
 *
 * @param seed of the case
 * @param limitA the zone's maximum
 * @param phase on which supply phase the building's load jumped, 0 for all
 * @param meter the model of the zone's meter
 * @param loaded what flowed before the jump, as a share of the limit, on the fullest phase
 * @param peakA the highest current after the jump
 * @param seconds until the true current was below limit and tolerance for good, s
 * @param firstSeconds until it was for the first time
 * @param lasts whether it still was above when the case ended
 * @param excessAs what flowed above the limit until then, on the phase with the most
 * @param boundS B of R-LEASE-5 for the site
 * @param breaches of any limit, by the judge of R-LEASE-5, before the jump too
 * @param trips of the zone's own breaker
 * @param heat how warm a breaker of curve C rated like the zone was at most, 1 for opening
 * @param wouldTrip whether it would have opened
 */
public record Response(
    long seed, int limitA, int stations, int phase, double jumpA, String meter, double refreshS, double loaded, double peakA,
    double seconds, double firstSeconds, boolean lasts, double excessAs, double boundS, int breaches, List<String> trips,
    double heat, boolean wouldTrip) {
  public Response {
    trips = List.copyOf(trips);
  }

  /** Whether it was back below within B, and nothing else was broken. */
  @JsonProperty
  public boolean inBound() {
    return !lasts && seconds <= boundS && breaches == 0;
  }

  /** Whether any breaker opened, or would have. */
  @JsonProperty
  public boolean tripped() {
    return wouldTrip || !trips.isEmpty();
  }

  /** By how much B was missed, s; 0 where it was kept. */
  public double missedBy() {
    return Math.max(0, seconds - boundS);
  }
}
