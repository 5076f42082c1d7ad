package io.parkbench.scenarios.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Applies tolerances: counts of what is named, and percentages of a figure. */
final class Judge {
  /** Below what figures in files can show. */
  private static final double TINY = 1e-9;

  private final Rules rules;
  private final List<Check> checks = new ArrayList<>();

  Judge(Rules rules) {
    this.rules = rules;
  }

  List<Check> checks() {
    return checks;
  }

  double tolerance(Rule rule) {
    return rules.tolerance(rule);
  }

  void notJudged(Rule rule, String about, String why) {
    checks.add(rules.isOff(rule) ? Check.off(rule) : Check.notJudged(rule, about, why));
  }

  /**
   * So many may be named as the rule tolerates.
   *
   * @param was the baseline's figure in words; likewise {@code is}
   * @param named what is wrong, one each
   */
  void named(Rule rule, String about, String was, String is, List<String> named) {
    counted(rule, about, was, is, named.size(), named);
  }

  /** So many may be missing, or come on top, as the rule tolerates. */
  void counted(Rule rule, String about, String was, String is, long by, List<String> details) {
    if (rules.isOff(rule)) {
      checks.add(Check.off(rule));
    } else {
      checks.add(Check.judged(rule, about, by <= tolerance(rule), was, is, "at most " + rules.text(rule), details));
    }
  }

  /** A figure, the more the better, may fall by so many per cent. */
  void atLeast(Rule rule, String about, double was, double is, DoubleFunction<String> text) {
    if (rules.isOff(rule)) {
      checks.add(Check.off(rule));
      return;
    }
    double least = was * (1 - tolerance(rule) / 100);
    checks.add(Check.judged(
        rule, about, is >= least - TINY, text.apply(was), text.apply(is), "at least " + text.apply(least), List.of()));
  }

  /** A figure, the less the better, may rise by so many per cent. */
  void atMost(Rule rule, String about, double was, double is, DoubleFunction<String> text) {
    if (rules.isOff(rule)) {
      checks.add(Check.off(rule));
      return;
    }
    double most = was * (1 + tolerance(rule) / 100);
    checks.add(
        Check.judged(rule, about, is <= most + TINY, text.apply(was), text.apply(is), "at most " + text.apply(most), List.of()));
  }
}
