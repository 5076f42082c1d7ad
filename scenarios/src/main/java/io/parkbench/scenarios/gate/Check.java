package io.parkbench.scenarios.gate;

import java.util.List;

/**
 * A rule's verdict with its figures.
 *
 * @param about what it was applied to, where the rule is applied several times; else empty
 * @param was the baseline's figure; likewise {@code is}
 * @param allowed the worst that would have been tolerated
 * @param details what it is about by name, e.g. the scenarios; or why nothing was judged
 */
public record Check(Rule rule, String about, Outcome outcome, String was, String is, String allowed, List<String> details) {
  /** How a rule ended. */
  public enum Outcome {
    KEPT("kept"), BROKEN("broken"), OFF("off"), NOT_JUDGED("not judged");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public Check {
    details = List.copyOf(details);
  }

  static Check judged(Rule rule, String about, boolean kept, String was, String is, String allowed, List<String> details) {
    return new Check(rule, about, kept ? Outcome.KEPT : Outcome.BROKEN, was, is, allowed, details);
  }

  static Check off(Rule rule) {
    return new Check(rule, "", Outcome.OFF, "", "", "", List.of());
  }

  static Check notJudged(Rule rule, String about, String why) {
    return new Check(rule, about, Outcome.NOT_JUDGED, "", "", "", List.of(why));
  }

  public boolean isBroken() {
    return outcome == Outcome.BROKEN;
  }

  boolean isJudged() {
    return outcome == Outcome.KEPT || outcome == Outcome.BROKEN;
  }

  /** What the rule is about, and what it was applied to. */
  public String title() {
    return about.isEmpty() ? rule.key() : rule.key() + ": " + about;
  }
}
