package io.parkbench.scenarios.gate;

import java.util.Arrays;
import java.util.Optional;

/** What a release may not do, and how much of it is tolerated when nobody says (R-BENCH-8). */
public enum Rule {
  TURNED_RED("verdicts.turned_red", 0, "scenarios that fail and did not before, new ones included"),
  NO_LONGER_JUDGED("verdicts.no_longer_judged", 0, "scenarios that passed or failed and are skipped now"),
  LOST_PROOF("requirements.lost_proof", 0, "requirements that were proved and are not any more"),
  FEWER_SCENARIOS("coverage.fewer_scenarios", 0, "by how many scenarios there are fewer"),
  FEWER_REQUIREMENTS("coverage.fewer_requirements", 0, "by how many requirements fewer have a scenario that was judged"),
  MISSING_RUNS("coverage.missing_runs", 0, "simulations, campaign seeds and step-response cases of the baseline that were not run"),
  LOST_STATES("coverage.lost_states", 0, "rare states that the campaign reached and does not any more"),
  FEWER_SITUATIONS("coverage.fewer_situations_percent", 5, "fewer situations (fault, session state, what held it back) met, %"),
  MORE_BREACHES("invariants.more_breaches", 0, "more breaches of a limit in simulations"),
  MORE_TRIPS("invariants.more_trips", 0, "more breaker trips because of cars in simulations"),
  FAILING_SEEDS("invariants.failing_seeds", 0, "campaign seeds that fail and did not before"),
  FAILING_CASES("invariants.failing_cases", 0, "step-response cases that fail and did not before"),
  LESS_ENERGY("energy.less_percent", 2, "less energy, as delivered ÷ feasible over the same seeds and simulations, %"),
  SLOWER_RESPONSE("step_response.slower_percent", 5, "slower answer to a jump, in the middle, at 95 % and at most, %"),
  SLOWER_SPEED("speed.slower_percent", 30, "fewer simulated seconds per CPU second, on the same machine, %"),
  LEAST_CPU("speed.least_cpu_s", 20, "processor time that a simulation must have taken for its speed to be judged, s");

  private final String key;
  private final double usual;
  private final String text;

  Rule(String key, double usual, String text) {
    this.key = key;
    this.usual = usual;
    this.text = text;
  }

  /** Group and name as a rules file has them, {@code energy.less_percent}. */
  public String key() {
    return key;
  }

  public String group() {
    return key.substring(0, key.indexOf('.'));
  }

  /** The tolerance when nobody says. */
  public double usual() {
    return usual;
  }

  /** What is counted. */
  public String text() {
    return text;
  }

  static Optional<Rule> named(String key) {
    return Arrays.stream(values()).filter(rule -> rule.key.equals(key)).findFirst();
  }
}
