package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.PerPhase;
import org.jspecify.annotations.Nullable;

/**
 * One of the limits that a zone's limit is the lowest of.
 *
 * @param name what people call it; empty for the zone's own
 * @param limitDa per supply phase, 0.1 A; {@link #FREE} where it says nothing
 * @param limitW over all phases, W; null where it says nothing
 * @param hard whether no worst case may exceed it (R-LEASE-6)
 */
record Term(Source source, String name, PerPhase limitDa, @Nullable Integer limitW, boolean hard) {
  static final int FREE = Integer.MAX_VALUE;

  /** What remains of a zone's maximum, rounded down. */
  static Term percent(Source source, String name, PerPhase maxDa, @Nullable Integer maxW, double percent, boolean hard) {
    return new Term(
        source, name, new PerPhase(part(maxDa.da(1), percent), part(maxDa.da(2), percent), part(maxDa.da(3), percent)),
        maxW == null ? null : Integer.valueOf(part(maxW, percent)), hard);
  }

  /** Thousandths of a percent are exact; what is a whole tenth stays one. */
  private static int part(int of, double percent) {
    return (int) (of * Math.round(percent * 1_000) / 100_000);
  }
}
