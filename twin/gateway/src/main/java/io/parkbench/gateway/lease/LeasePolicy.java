package io.parkbench.gateway.lease;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What counts for a station that is lost: this gateway's leases, or, to compare with, what others do. Only {@link #LEASES} is safe. */
public enum LeasePolicy {
  /** Everything it could be drawing (R-LEASE-2). */
  LEASES,
  /** Its degraded setpoint, at once, as the user guide has it (UG 2.6.4.1). */
  SUBTRACT_DEGRADED,
  /** Nothing; stations fall back by themselves all the same. */
  SUBTRACT_NOTHING,
  /** Nothing, and setpoints have no end. */
  NONE;

  /** As the command line and reports call it, e.g. {@code subtract-degraded}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The policy of that word; an unknown one fails with {@link IllegalArgumentException} naming those that exist. */
  public static LeasePolicy named(String word) {
    for (LeasePolicy policy : values()) {
      if (policy.word().equals(word)) {
        return policy;
      }
    }
    String all = Arrays.stream(values()).map(LeasePolicy::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("no policy is called '" + word + "'; there are " + all);
  }
}
