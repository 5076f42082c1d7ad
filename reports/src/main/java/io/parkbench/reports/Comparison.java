package io.parkbench.reports;

import java.util.List;

/**
 * What the same scenarios came to by several policies: {@code comparison.json}. Every policy had the same cars, faults and limits at the
 * same instants.
 *
 * @param policies their words, the one to compare with first
 * @param scenarios in the order in which they ran; only those that could be measured by all policies
 */
public record Comparison(List<String> policies, List<Scenario> scenarios) {
  public Comparison {
    policies = Sorted.copy(policies);
    scenarios = Sorted.copy(scenarios);
  }

  /**
   * A scenario by each policy.
   *
   * @param outcomes in the order of the policies
   */
  public record Scenario(String id, String name, String file, int line, List<Outcome> outcomes) {
    public Scenario {
      outcomes = Sorted.copy(outcomes);
    }
  }

  /**
   * What truly flowed.
   *
   * @param kwh delivered
   * @param overloads of the limits that were exceeded, be it for a moment
   */
  public record Outcome(double kwh, List<Overload> overloads) {
    public Outcome {
      overloads = Sorted.copy(overloads);
    }

    /** Current above limits in breaches, over all zones and phases. */
    public double inBreachesAs() {
      return overloads.stream().filter(Overload::isCurrent).mapToDouble(Overload::inBreaches).sum();
    }
  }

  /**
   * What flowed above one limit and its tolerance.
   *
   * @param phase supply phase 1 to 3, or 0 for a power limit
   * @param excess all of it from the first instant on, As (kWs for phase 0)
   * @param inBreaches the part of it that lasted longer than a breach takes
   * @param longestS time above without a break, s
   */
  public record Overload(String zone, int phase, double excess, double inBreaches, double longestS) {
    boolean isCurrent() {
      return phase > 0;
    }
  }

  /**
   * A policy over all scenarios: sums over all zones and phases.
   *
   * @param breached how many scenarios had a breach, of current or power
   * @param longestS the longest time above any limit, s
   */
  public record Totals(String policy, double excessAs, double inBreachesAs, int breached, double longestS, double kwh) {}

  /** One line for each policy. */
  public List<Totals> totals() {
    return policies.stream().map(policy -> totals(policies.indexOf(policy))).toList();
  }

  private Totals totals(int policy) {
    List<Outcome> all = scenarios.stream().map(scenario -> scenario.outcomes().get(policy)).toList();
    List<Overload> overloads = all.stream().flatMap(outcome -> outcome.overloads().stream()).toList();
    return new Totals(
        policies.get(policy),
        overloads.stream().filter(Overload::isCurrent).mapToDouble(Overload::excess).sum(),
        all.stream().mapToDouble(Outcome::inBreachesAs).sum(),
        (int) all.stream().filter(outcome -> outcome.overloads().stream().anyMatch(over -> over.inBreaches() > 0)).count(),
        overloads.stream().mapToDouble(Overload::longestS).max().orElse(0),
        all.stream().mapToDouble(Outcome::kwh).sum());
  }
}
