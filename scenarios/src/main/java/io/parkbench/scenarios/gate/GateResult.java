package io.parkbench.scenarios.gate;

import java.util.List;

/** All rules' verdicts on a release, with what it was held against. */
public record GateResult(List<Check> checks, Figures baseline, Figures release) {
  public GateResult {
    checks = List.copyOf(checks);
  }

  /** Whether no rule is broken. */
  public boolean passed() {
    return broken().isEmpty();
  }

  public List<Check> broken() {
    return checks.stream().filter(Check::isBroken).toList();
  }

  /** The verdict in one sentence. */
  public String headline() {
    long judged = checks.stream().filter(Check::isJudged).count();
    long left = checks.size() - judged;
    String rest = left == 0 ? "" : " " + left + (left == 1 ? " was" : " were") + " not judged.";
    return passed() ? "All " + judged + " checks were kept." + rest
        : broken().size() + " of " + judged + " checks were broken." + rest;
  }
}
