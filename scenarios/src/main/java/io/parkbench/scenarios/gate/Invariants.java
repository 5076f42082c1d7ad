package io.parkbench.scenarios.gate;

import io.parkbench.scenarios.gate.Figures.Campaigned;
import io.parkbench.scenarios.gate.Figures.Simulated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Judges what the plant's truth says outside of scenarios: breaches and trips, failing seeds and cases. */
final class Invariants {
  private final Figures was;
  private final Figures is;
  private final Judge judge;

  Invariants(Figures was, Figures is, Judge judge) {
    this.was = was;
    this.is = is;
    this.judge = judge;
  }

  void judge() {
    if (is.simulations().isEmpty()) {
      judge.notJudged(Rule.MORE_BREACHES, "", "no simulation in the run");
      judge.notJudged(Rule.MORE_TRIPS, "", "no simulation in the run");
    } else {
      more(Rule.MORE_BREACHES, "breaches", Simulated::broken);
      more(Rule.MORE_TRIPS, "trips", Simulated::trips);
    }
    List<String> seeds = new ArrayList<>();
    is.campaigns().forEach((name, now) -> {
      Campaigned before = was.campaigns().get(name);
      now.seeds().forEach((seed, verdict) -> {
        Figures.Seed old = before == null ? null : before.seeds().get(seed);
        if (!verdict.passed() && (old == null || old.passed())) {
          seeds.add(name + ": seed " + seed);
        }
      });
    });
    if (is.campaigns().isEmpty()) {
      judge.notJudged(Rule.FAILING_SEEDS, "", "no campaign in the run");
    } else {
      judge.named(Rule.FAILING_SEEDS, "", failingSeeds(was) + " fail", failingSeeds(is) + " fail", seeds);
    }
    List<String> cases = new ArrayList<>();
    is.responses().forEach((name, now) -> {
      Figures.Responded before = was.responses().get(name);
      now.cases().forEach((seed, answer) -> {
        Figures.Answer old = before == null ? null : before.cases().get(seed);
        if (!answer.passed() && (old == null || old.passed())) {
          cases.add(name + ": case " + seed);
        }
      });
    });
    if (is.responses().isEmpty()) {
      judge.notJudged(Rule.FAILING_CASES, "", "no step response in the run");
    } else {
      judge.named(Rule.FAILING_CASES, "", failingCases(was) + " fail", failingCases(is) + " fail", cases);
    }
  }

  private void more(Rule rule, String noun, ToLongFunction<Simulated> figure) {
    List<String> details = new ArrayList<>();
    long more = 0;
    for (Map.Entry<String, Simulated> now : is.simulations().entrySet()) {
      Simulated old = was.simulations().get(now.getKey());
      long by = figure.applyAsLong(now.getValue()) - (old == null ? 0 : figure.applyAsLong(old));
      if (by > 0) {
        more += by;
        details.add(now.getKey() + ": " + by + " more");
      }
    }
    judge.counted(
        rule, "", was.simulations().values().stream().mapToLong(figure).sum() + " " + noun,
        is.simulations().values().stream().mapToLong(figure).sum() + " " + noun, more, details);
  }

  private static long failingSeeds(Figures of) {
    return of.campaigns().values().stream().flatMap(each -> each.seeds().values().stream()).filter(seed -> !seed.passed()).count();
  }

  private static long failingCases(Figures of) {
    return of.responses().values().stream().flatMap(each -> each.cases().values().stream()).filter(answer -> !answer.passed())
        .count();
  }
}
