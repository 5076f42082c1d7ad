package io.parkbench.scenarios.gate;

import io.parkbench.scenarios.gate.Figures.Campaigned;
import io.parkbench.scenarios.gate.Figures.Responded;
import io.parkbench.scenarios.gate.Figures.Seed;
import io.parkbench.scenarios.gate.Figures.Simulated;
import java.util.List;
import java.util.Objects;

/** Judges what is a matter of degree: energy, answers to jumps, speed; always over what both have. */
final class Ratios {
  private static final List<Double> SHARES = List.of(0.5, 0.95, 1.0);
  private static final List<String> MACHINE = List.of("os", "java", "processors");

  private final Figures was;
  private final Figures is;
  private final Judge judge;

  Ratios(Figures was, Figures is, Judge judge) {
    this.was = was;
    this.is = is;
    this.judge = judge;
  }

  void judge() {
    energy();
    responses();
    speed();
  }

  private void energy() {
    int judged = 0;
    for (var each : was.campaigns().entrySet()) {
      Campaigned now = is.campaigns().get(each.getKey());
      List<Long> both = now == null ? List.of()
          : each.getValue().seeds().keySet().stream().filter(now.seeds()::containsKey).toList();
      if (now != null && !both.isEmpty()) {
        judged++;
        judge.atLeast(
            Rule.LESS_ENERGY, each.getKey() + ", " + both.size() + " seeds", share(each.getValue(), both), share(now, both),
            Words::percent);
      }
    }
    for (var each : was.simulations().entrySet()) {
      Simulated now = is.simulations().get(each.getKey());
      if (now != null) {
        judged++;
        judge.atLeast(Rule.LESS_ENERGY, each.getKey(), share(each.getValue()), share(now), Words::percent);
      }
    }
    if (judged == 0) {
      judge.notJudged(Rule.LESS_ENERGY, "", "no campaign or simulation in both");
    }
  }

  /** Delivered ÷ feasible; 1 where there was nothing to deliver. */
  private static double share(Campaigned campaign, List<Long> seeds) {
    List<Seed> all = seeds.stream().map(campaign.seeds()::get).filter(Objects::nonNull).toList();
    double feasible = all.stream().mapToDouble(Seed::feasible).sum();
    return feasible == 0 ? 1 : all.stream().mapToDouble(Seed::delivered).sum() / feasible;
  }

  private static double share(Simulated simulated) {
    return simulated.feasibleKwh() == 0 ? 1 : simulated.deliveredKwh() / simulated.feasibleKwh();
  }

  private void responses() {
    int judged = 0;
    for (var each : was.responses().entrySet()) {
      Responded now = is.responses().get(each.getKey());
      List<Long> both = now == null ? List.of()
          : each.getValue().cases().keySet().stream().filter(now.cases()::containsKey).toList();
      if (now != null && !both.isEmpty()) {
        judged++;
        for (double share : SHARES) {
          String at = share == 1 ? "slowest" : share == 0.5 ? "median" : "95 % within";
          judge.atMost(
              Rule.SLOWER_RESPONSE, each.getKey() + ", " + both.size() + " cases, " + at, rank(each.getValue(), both, share),
              rank(now, both, share), Words::seconds);
        }
      }
    }
    if (judged == 0) {
      judge.notJudged(Rule.SLOWER_RESPONSE, "", "no step response in both");
    }
  }

  /** The time that a share of the cases does not exceed, by rank, s. */
  private static double rank(Responded responded, List<Long> cases, double share) {
    double[] sorted = cases.stream().map(responded.cases()::get).filter(Objects::nonNull).mapToDouble(Figures.Answer::seconds)
        .sorted()
        .toArray();
    return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  private void speed() {
    int judged = 0;
    for (var each : was.simulations().entrySet()) {
      Simulated before = each.getValue();
      Simulated now = is.simulations().get(each.getKey());
      if (now == null) {
        continue;
      }
      judged++;
      double least = judge.tolerance(Rule.LEAST_CPU);
      String machine = otherMachine();
      if (!machine.isEmpty()) {
        judge.notJudged(Rule.SLOWER_SPEED, each.getKey(), "another machine: " + machine);
      } else if (before.cpuS() < least || now.cpuS() < least) {
        judge.notJudged(
            Rule.SLOWER_SPEED, each.getKey(),
            Words.seconds(Math.min(before.cpuS(), now.cpuS())) + " of processor time are too few; "
                + Words.seconds(least) + " are asked for");
      } else {
        judge.atLeast(
            Rule.SLOWER_SPEED, each.getKey(), before.simulatedS() / before.cpuS(), now.simulatedS() / now.cpuS(),
            speed -> Words.number(Math.rint(speed)) + " ×");
      }
    }
    if (judged == 0) {
      judge.notJudged(Rule.SLOWER_SPEED, "", "no simulation in both");
    }
  }

  /** In what the machines differ; empty where they do not. */
  private String otherMachine() {
    return String.join(", ", MACHINE.stream().filter(name -> !Objects.equals(was.versions().get(name), is.versions().get(name)))
        .map(name -> name + " was " + was.versions().get(name) + ", is " + is.versions().get(name)).toList());
  }
}
