package io.parkbench.scenarios.runner;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.plant.grid.Overload;
import io.parkbench.reports.Comparison;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.page.Report;
import io.parkbench.rigs.Rig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same scenarios by every {@link LeasePolicy}, in memory: how much truly flows above hard limits (R-LEASE-5). Leases go ahead; the
 * others have the same cars, faults and limits at the same instants. Claims are not judged, so that nothing ends early.
 *
 * @param features feature files, {@code FILE:LINE}, or folders of them
 * @param tags a Cucumber tag expression, or null for all
 * @param out the run folder, made where it is missing
 */
public record PolicyComparison(List<String> features, @Nullable String tags, long seed, Path out) {
  /** The scenarios in which stations are lost, limits cut and room is passed on, by devices that do as they are told. */
  public static final String TAGS = "(@R-LEASE-2 or @R-LEASE-3 or @R-DEG-1 or @R-DEG-3 or @R-DEG-8 or @R-DEG-9) and not (@R-LEASE-4 or @R-CHG-2)";

  private static final double ROUND = 1_000;

  /**
   * What the comparison came to.
   *
   * @param failures scenarios that could not be carried out to their end, one sentence each
   */
  public record Outcome(Comparison comparison, List<String> failures, Path report) {}

  public PolicyComparison {
    features = List.copyOf(features);
  }

  /**
   * Runs all of it and leaves {@code comparison.json} and the report.
   *
   * @param versions what takes part, by name
   * @throws BadFeatureException if there is nothing to run or it cannot be read
   */
  public Outcome run(Map<String, String> versions, ScenarioRun.Progress progress) throws IOException, BadFeatureException {
    String started = ScenarioRun.now();
    Selection selection = new Selection(features, tags);
    RunFolder folder = RunFolder.create(out);
    LeasePolicy[] policies = LeasePolicy.values();
    int all = policies.length * selection.count();
    int[] done = {0};
    List<Trial> trials = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    List<ScenarioVerdict> scenarios = new ArrayList<>();
    for (LeasePolicy policy : policies) {
      Trial trial = new Trial(trials.isEmpty() ? null : trials.getFirst());
      RunSettings settings = new RunSettings(Rig.MEMORY, seed, policy, folder, trial, scenario -> Recording.NONE, null);
      VerdictKeeper keeper = new VerdictKeeper(settings, verdict -> progress.finished(verdict, ++done[0], all));
      selection.run(settings, null, 1, keeper);
      trials.add(trial);
      if (trials.size() == 1) {
        scenarios.addAll(keeper.verdicts().scenarios());
      }
      keeper.verdicts().scenarios().stream()
          .filter(verdict -> verdict.status() != Status.PASSED)
          .forEach(verdict -> failures.add(policy.word() + ": " + verdict.name() + ": " + verdict.message()));
    }
    Comparison comparison = new Comparison(Arrays.stream(policies).map(LeasePolicy::word).toList(), outcomes(scenarios, trials));
    folder.write(
        new RunInfo(
            RunInfo.FORMAT,
            TAGS.equals(tags) ? "Policies compared where stations are lost" : "Policies compared: " + selection.title(),
            "parkbench compare-policies " + selection.arguments() + " --seed " + seed, Rig.MEMORY.word(), seed, started, versions,
            null, null, String.join(", ", comparison.policies())));
    folder.write(comparison);
    return new Outcome(comparison, failures, Report.write(out));
  }

  private static List<Comparison.Scenario> outcomes(List<ScenarioVerdict> scenarios, List<Trial> trials) {
    List<Comparison.Scenario> all = new ArrayList<>();
    for (ScenarioVerdict scenario : scenarios) {
      List<Comparison.Outcome> outcomes = new ArrayList<>();
      for (Trial trial : trials) {
        Trial.Measured measured = trial.of(scenario.id());
        if (measured != null) {
          outcomes.add(outcome(measured));
        }
      }
      if (outcomes.size() == trials.size()) {
        all.add(new Comparison.Scenario(scenario.id(), scenario.name(), scenario.uri(), scenario.line(), outcomes));
      }
    }
    return all;
  }

  private static Comparison.Outcome outcome(Trial.Measured measured) {
    return new Comparison.Outcome(
        round(measured.kwh()), measured.overloads().stream().map(PolicyComparison::overload).toList());
  }

  private static Comparison.Overload overload(Overload over) {
    return new Comparison.Overload(
        over.zone(), over.phase(), round(over.excessSeconds()), round(over.breachSeconds()),
        round(over.longest() / (double) Micros.SECOND));
  }

  private static double round(double value) {
    return Math.round(value * ROUND) / ROUND;
  }
}
