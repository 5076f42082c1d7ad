package io.parkbench.scenarios.gate;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much of what a release may not do is tolerated: a number for each rule, or {@code off}. */
public final class Rules {
  private final Map<Rule, Double> tolerances = new EnumMap<>(Rule.class);

  /**
   * @param changed the rules that differ from the usual ones; NaN for one that is off
   */
  Rules(Map<Rule, Double> changed) {
    for (Rule rule : Rule.values()) {
      tolerances.put(rule, changed.getOrDefault(rule, rule.usual()));
    }
  }

  /** What holds when nobody says. */
  public static Rules usual() {
    return new Rules(Map.of());
  }

  boolean isOff(Rule rule) {
    return Double.isNaN(tolerance(rule));
  }

  /** Never negative; NaN where the rule is off. */
  double tolerance(Rule rule) {
    return tolerances.getOrDefault(rule, rule.usual());
  }

  /** As a rules file, with what each rule is about. */
  public String yaml() {
    StringBuilder yaml = new StringBuilder(
        "# Rules of parkbench gate. A rule is a number, how much is tolerated, or off. One that is left out is as below.\n");
    String group = "";
    for (Rule rule : Rule.values()) {
      if (!rule.group().equals(group)) {
        group = rule.group();
        yaml.append(group).append(":\n");
      }
      String name = rule.key().substring(group.length() + 1);
      yaml.append(String.format(Locale.ROOT, "  %-32s # %s%n", name + ": " + text(rule), rule.text()));
    }
    return yaml.toString();
  }

  /** The tolerance as a rules file has it. */
  String text(Rule rule) {
    return isOff(rule) ? "off" : Words.number(tolerance(rule));
  }
}
