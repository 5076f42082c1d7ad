package io.parkbench.gateway.lease;

import java.util.EnumSet;
import java.util.Set;

/** Which of the rules are kept: all of them, except where a test breaks one. */
final class LeaseRules {
  static final LeaseRules ALL = new LeaseRules(EnumSet.noneOf(LeaseRule.class));

  private final Set<LeaseRule> broken;

  private LeaseRules(Set<LeaseRule> broken) {
    this.broken = broken;
  }

  static LeaseRules without(LeaseRule rule) {
    return new LeaseRules(EnumSet.of(rule));
  }

  boolean keep(LeaseRule rule) {
    return !broken.contains(rule);
  }
}
