package io.parkbench.scenarios.gate;

import io.parkbench.reports.Status;
import io.parkbench.scenarios.gate.Figures.Campaigned;
import io.parkbench.scenarios.gate.Figures.Proof;
import io.parkbench.scenarios.gate.Figures.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Holds a release against an earlier one, rule by rule (R-BENCH-8). */
public final class Gate {
  private final Figures was;
  private final Figures is;
  private final Judge judge;

  private Gate(Figures was, Figures is, Rules rules) {
    this.was = was;
    this.is = is;
    this.judge = new Judge(rules);
  }

  /**
   * Every rule's verdict, in the order of the rules.
   *
   * @throws IllegalArgumentException if nothing of the two can be compared
   */
  public static GateResult compare(Figures baseline, Figures release, Rules rules) {
    Gate gate = new Gate(baseline, release, rules);
    gate.verdicts();
    gate.requirements();
    gate.coverage();
    new Invariants(baseline, release, gate.judge).judge();
    new Ratios(baseline, release, gate.judge).judge();
    GateResult result = new GateResult(gate.judge.checks(), baseline, release);
    if (result.checks().stream().noneMatch(Check::isJudged)) {
      throw new IllegalArgumentException("no rule could be judged: run and baseline have nothing in common, or all rules are off");
    }
    return result;
  }

  private void verdicts() {
    if (was.scenarios().isEmpty() || is.scenarios().isEmpty()) {
      String why = "no scenarios " + (was.scenarios().isEmpty() ? "in the baseline" : "in the run");
      judge.notJudged(Rule.TURNED_RED, "", why);
      judge.notJudged(Rule.NO_LONGER_JUDGED, "", why);
      return;
    }
    List<String> red = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    is.scenarios().forEach((name, scenario) -> {
      Scenario before = was.scenarios().get(name);
      if (scenario.status() == Status.FAILED && (before == null || before.status() != Status.FAILED)) {
        red.add(name + (before == null ? ": new, failed" : ": " + before.status().word() + ", now failed"));
      }
      if (scenario.status() == Status.SKIPPED && before != null && before.status() != Status.SKIPPED) {
        skipped.add(name + ": " + before.status().word() + ", now skipped");
      }
    });
    judge.named(Rule.TURNED_RED, "", count(was, Status.FAILED) + " failed", count(is, Status.FAILED) + " failed", red);
    judge.named(Rule.NO_LONGER_JUDGED, "", count(was, Status.SKIPPED) + " skipped", count(is, Status.SKIPPED) + " skipped",
        skipped);
  }

  private void requirements() {
    NavigableMap<String, Proof> before = was.proofs();
    NavigableMap<String, Proof> now = is.proofs();
    if (before.isEmpty()) {
      judge.notJudged(Rule.LOST_PROOF, "", "no requirement in the baseline");
      return;
    }
    List<String> lost = new ArrayList<>();
    before.forEach((id, proof) -> {
      Proof after = now.get(id);
      if (proof == Proof.PROVED && after != Proof.PROVED) {
        lost.add(id + (after == null ? ": no scenario is about it any more"
            : after == Proof.FAILED ? ": a scenario fails" : ": all its scenarios are skipped"));
      }
    });
    judge.named(Rule.LOST_PROOF, "", proved(before) + " proved", proved(now) + " proved", lost);
  }

  private void coverage() {
    if (was.scenarios().isEmpty()) {
      judge.notJudged(Rule.FEWER_SCENARIOS, "", "no scenarios in the baseline");
      judge.notJudged(Rule.FEWER_REQUIREMENTS, "", "no scenarios in the baseline");
    } else {
      judge.counted(
          Rule.FEWER_SCENARIOS, "", was.scenarios().size() + " scenarios", is.scenarios().size() + " scenarios",
          was.scenarios().size() - is.scenarios().size(), gone(was.scenarios(), is.scenarios()));
      long before = covered(was.proofs());
      long now = covered(is.proofs());
      judge.counted(Rule.FEWER_REQUIREMENTS, "", before + " requirements", now + " requirements", before - now, List.of());
    }
    runs();
    if (was.campaigns().isEmpty()) {
      judge.notJudged(Rule.LOST_STATES, "", "no campaign in the baseline");
      judge.notJudged(Rule.FEWER_SITUATIONS, "", "no campaign in the baseline");
    }
    was.campaigns().forEach((name, before) -> {
      Campaigned now = is.campaigns().get(name);
      if (now == null) {
        judge.notJudged(Rule.LOST_STATES, name, "not in the run");
        judge.notJudged(Rule.FEWER_SITUATIONS, name, "not in the run");
        return;
      }
      judge.named(
          Rule.LOST_STATES, name, before.states().size() + " states", now.states().size() + " states",
          gone(before.states(), now.states()));
      judge.atLeast(Rule.FEWER_SITUATIONS, name, before.situations(), now.situations(), Words::number);
    });
  }

  private void runs() {
    List<String> missing = new ArrayList<>(gone(was.simulations(), is.simulations()));
    was.campaigns().forEach((name, before) -> {
      Campaigned now = is.campaigns().get(name);
      before.seeds().keySet().stream().filter(seed -> now == null || !now.seeds().containsKey(seed))
          .forEach(seed -> missing.add(name + ": seed " + seed));
    });
    was.responses().forEach((name, before) -> {
      Figures.Responded now = is.responses().get(name);
      before.cases().keySet().stream().filter(seed -> now == null || !now.cases().containsKey(seed))
          .forEach(seed -> missing.add(name + ": case " + seed));
    });
    if (runs(was) == 0) {
      judge.notJudged(Rule.MISSING_RUNS, "", "no simulation, campaign or step response in the baseline");
    } else {
      judge.named(Rule.MISSING_RUNS, "", runs(was) + " runs", runs(is) + " runs", missing);
    }
  }

  private static long runs(Figures of) {
    return of.simulations().size() + of.campaigns().values().stream().mapToLong(each -> each.seeds().size()).sum()
        + of.responses().values().stream().mapToLong(each -> each.cases().size()).sum();
  }

  private static long count(Figures of, Status status) {
    return of.scenarios().values().stream().filter(scenario -> scenario.status() == status).count();
  }

  private static long proved(Map<String, Proof> proofs) {
    return proofs.values().stream().filter(proof -> proof == Proof.PROVED).count();
  }

  private static long covered(Map<String, Proof> proofs) {
    return proofs.values().stream().filter(proof -> proof != Proof.OPEN).count();
  }

  private static List<String> gone(Map<String, ?> before, Map<String, ?> now) {
    return before.keySet().stream().filter(name -> !now.containsKey(name)).toList();
  }
}
