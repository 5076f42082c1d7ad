package io.parkbench.gateway.lease;

import java.util.EnumSet;
import java.util.Set;

/** Which of the rules are kept: all of them, except where a test breaks one. */
final class LeaseRules {
  static final LeaseRules ALL = new LeaseRules(EnumSet.noneOf(LeaseRule.class), LeasePolicy.LEASES);

  private final Set<LeaseRule> broken;

  private final LeasePolicy policy;

  private LeaseRules(Set<LeaseRule> broken, LeasePolicy policy) {
    this.broken = broken;
    this.policy = policy;
  }

  static LeaseRules of(LeasePolicy policy) {
    return switch (policy) {
      case LEASES -> ALL;
      case SUBTRACT_DEGRADED, SUBTRACT_NOTHING ->
          new LeaseRules(EnumSet.of(LeaseRule.COUNT_WORST_CASE, LeaseRule.COUNT_IDLE, LeaseRule.RESERVE_DEGRADED), policy);
      case NONE ->
          new LeaseRules(
              EnumSet.of(
                  LeaseRule.COUNT_WORST_CASE, LeaseRule.COUNT_IDLE, LeaseRule.RESERVE_DEGRADED, LeaseRule.SECOND_PERIOD),
              policy);
    };
  }

  /** What a lost connector counts with where worst cases do not count. */
  int lostDa(int wishDa, int degradedDa) {
    return switch (policy) {
      case LEASES -> wishDa;
      case SUBTRACT_DEGRADED -> degradedDa;
      case SUBTRACT_NOTHING, NONE -> 0;
    };
  }

  /** Whether setpoints have no end, as if every station kept its last. */
  boolean endless() {
    return policy == LeasePolicy.NONE;
  }

  static LeaseRules without(LeaseRule rule) {
    return new LeaseRules(EnumSet.of(rule), LeasePolicy.LEASES);
  }

  boolean keep(LeaseRule rule) {
    return !broken.contains(rule);
  }
}
