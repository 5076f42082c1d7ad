package io.parkbench.reports.page;

import io.parkbench.reports.Comparison;
import io.parkbench.reports.Requirements;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.Summary;
import io.parkbench.reports.Verdicts;
import io.parkbench.reports.trace.RecordingReader;
import io.parkbench.reports.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the template prints, in its order: verdict, figures, facts, failures, requirements, scenarios, or
 * for a simulation its site and sessions, or policies side by side.
 *
 * @param outcome {@code passed}, {@code failed} or {@code open} where nothing was judged
 * @param headline the verdict in one sentence
 */
public record Page(String title, String outcome, String verdict, String headline, List<Tile> tiles, List<Fact> facts,
    String command, List<ScenarioView> failures, @Nullable RequirementMatrix requirements, List<FeatureView> features,
    @Nullable SimulationView simulation, @Nullable ComparisonView comparison, @Nullable AgainstView against) {

  /** About how many steps all plots of a page may have together: some 3 MB. */
  private static final int BUDGET = 350_000;

  /** A figure worth a box: what, how much, and whether it is good. */
  record Tile(String label, String value, String note, String mood) {}

  /** A line of the run's facts; {@code code} is set in a fixed-width face. */
  record Fact(String label, String value, boolean code) {
    boolean isLong() {
      return value.length() > 40;
    }
  }

  /** The scenarios of one feature. */
  record FeatureView(String name, List<ScenarioView> scenarios) {
    int count() {
      return scenarios.size();
    }
  }

  boolean hasFailures() {
    return !failures.isEmpty();
  }

  boolean hasFeatures() {
    return !features.isEmpty();
  }

  int failureCount() {
    return failures.size();
  }

  /** Whether there are so many scenarios that one looks for some by a word. */
  boolean isLong() {
    return features.stream().mapToInt(FeatureView::count).sum() > 8;
  }

  /** What a run of scenarios comes to. */
  static Page of(RunInfo run, Verdicts verdicts, Path folder, @Nullable AgainstView against) throws IOException {
    int budget = BUDGET / Math.max(1, verdicts.scenarios().size());
    boolean few = verdicts.scenarios().size() <= 3;
    Map<String, List<ScenarioView>> features = new LinkedHashMap<>();
    List<ScenarioView> all = new ArrayList<>();
    for (ScenarioVerdict verdict : verdicts.scenarios()) {
      String key = "s" + (all.size() + 1);
      Evidence evidence = verdict.recording() == null ? null : evidence(key, 5, folder.resolve(verdict.recording()), run, budget);
      ScenarioView view = ScenarioView.of(key, verdict, evidence, few);
      all.add(view);
      features.computeIfAbsent(verdict.feature(), name -> new ArrayList<>()).add(view);
    }
    int failed = verdicts.count(Status.FAILED);
    int passed = verdicts.count(Status.PASSED);
    int skipped = verdicts.count(Status.SKIPPED);
    int recorded = (int) all.stream().filter(view -> view.evidence() != null).count();
    int breaches = breaches(all, true);
    int provoked = breaches(all, false);
    RequirementMatrix matrix = RequirementMatrix.of(all, Requirements.known(), verdicts.finding());

    String outcome = failed > 0 ? "failed" : passed > 0 ? "passed" : "open";
    String headline = switch (outcome) {
      case "failed" -> failed + " of " + Words.count(failed + passed, "scenario") + " failed.";
      case "passed" -> passed == 1 ? "The scenario passed." : "All " + passed + " scenarios passed.";
      default -> "No scenario was judged.";
    } + (verdicts.finding() == null ? "" : " " + verdicts.finding());
    List<Tile> tiles = new ArrayList<>();
    tiles.add(new Tile("Scenarios passed", passed + " / " + (passed + failed), skipped == 0 ? "none skipped"
        : skipped + " skipped", failed > 0 ? "bad" : passed > 0 ? "good" : ""));
    tiles.add(new Tile("Requirements proved", matrix.proved() + " / " + matrix.underTest(),
        (matrix.failed() == 0 ? "of those under test" : matrix.failed() + " not kept") + ", " + matrix.open() + " not covered",
        matrix.failed() > 0 ? "bad" : "good"));
    tiles.add(breachTile(breaches, recorded == 0 ? "nothing recorded"
        : "in " + Words.count(recorded, "recording") + (provoked == 0 ? "" : "; " + provoked + " more as scenarios expect"),
        recorded > 0));
    tiles.add(new Tile("Time taken",
        Words.duration(verdicts.scenarios().stream().mapToDouble(ScenarioVerdict::seconds).sum()), "wall clock", ""));
    return new Page(run.title(), outcome, word(outcome), headline, tiles,
        facts(run, run.hash() == null ? RunHash.of(verdicts) : run.hash()), run.command(),
        all.stream().filter(view -> view.outcome().equals("failed")).toList(), matrix,
        features.entrySet().stream().map(entry -> new FeatureView(entry.getKey(), entry.getValue())).toList(), null, null, against);
  }

  /** What a simulation without a script comes to; the recording is null when nothing was recorded. */
  static Page of(RunInfo run, Summary summary, @Nullable Path recording, @Nullable AgainstView against) throws IOException {
    long broken = summary.invariants().broken();
    long checked = summary.invariants().checked();
    long trips = summary.invariants().trips();
    String outcome = !summary.invariants().kept() ? "failed" : checked > 0 ? "passed" : "open";
    String headline = switch (outcome) {
      case "failed" -> (trips == 0 ? "" : Words.count(trips, "breaker trip") + " because of cars, ")
          + Words.count(broken, "breach") + " of a limit in " + Words.duration(summary.simulatedSeconds()) + ".";
      case "passed" -> "Every limit was kept for " + Words.duration(summary.simulatedSeconds()) + ".";
      default -> "No limit was checked.";
    };
    SimulationView simulation = SimulationView.of(summary, run.zone(),
        recording == null ? null : evidence("site", 3, recording, run, BUDGET));
    List<Tile> tiles = List.of(
        breachTile(broken, Words.count(checked, "check"), checked > 0),
        new Tile("Energy delivered", simulation.delivered() + " kWh", simulation.share() + " of the request", ""),
        new Tile("Sessions", Words.count(summary.sessions().size()), simulation.served(), ""),
        new Tile("Speed", Words.count(Math.round(summary.simulatedSecondsPerCpuSecond())) + " ×",
            "simulated s per CPU s", ""));
    return new Page(run.title(), outcome, word(outcome), headline, tiles,
        facts(run, summary.hash() == null ? run.hash() : summary.hash()), run.command(), List.of(), null, List.of(), simulation,
        null, against);
  }

  /** What scenarios come to by several policies; the first one is judged, the others are there to compare with. */
  static Page of(RunInfo run, Comparison comparison) {
    List<Comparison.Totals> totals = comparison.totals();
    Comparison.Totals first = totals.getFirst();
    String outcome = first.breached() > 0 ? "failed" : "passed";
    int most = totals.stream().mapToInt(Comparison.Totals::breached).max().orElse(0);
    String headline = (first.breached() > 0 ? "By " + first.policy() + " limits were broken, too. "
        : "By " + first.policy() + " every limit was kept. ") + "By the others, limits were broken in up to "
        + most + " of " + Words.count(comparison.scenarios().size(), "scenario") + ".";
    List<Tile> tiles = totals.stream().map(total -> new Tile(total.policy(),
        Words.count(Math.round(total.inBreachesAs())) + " As", "in breaches, in " + total.breached() + " of "
            + Words.count(comparison.scenarios().size(), "scenario"),
        total.breached() > 0 ? "bad" : "good")).toList();
    return new Page(run.title(), outcome, word(outcome), headline, tiles, facts(run, run.hash()), run.command(), List.of(), null,
        List.of(), null, ComparisonView.of(comparison), null);
  }

  /** In scenarios that failed, or in the others: some are about what a breach looks like, and pass with it. */
  private static int breaches(List<ScenarioView> scenarios, boolean failed) {
    return scenarios.stream().filter(view -> view.outcome().equals("failed") == failed).map(ScenarioView::evidence)
        .mapToInt(evidence -> evidence == null ? 0 : evidence.breaches()).sum();
  }

  private static Evidence evidence(String key, int level, Path recording, RunInfo run, int budget) throws IOException {
    Trace trace = RecordingReader.read(recording);
    return Evidence.of(key, level, trace, run.zone(), budget);
  }

  private static Tile breachTile(long breaches, String where, boolean judged) {
    return new Tile("Limit breaches", judged ? Words.count(breaches) : "–", where, !judged ? "" : breaches > 0 ? "bad" : "good");
  }

  private static String word(String outcome) {
    return switch (outcome) {
      case "failed" -> "Failed";
      case "passed" -> "Passed";
      default -> "Open";
    };
  }

  private static List<Fact> facts(RunInfo run, @Nullable String hash) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Rig", run.rig(), false));
    if (run.bindings() != null) {
      facts.add(new Fact("Real devices", String.join("; ", run.bindings()), false));
      facts.add(new Fact("Comparable", "not bit for bit: real devices, wall clock", false));
    }
    facts.add(new Fact("Seed", Long.toString(run.seed()), true));
    facts.add(new Fact("Policy", run.policy() == null ? "leases" : run.policy(), false));
    facts.add(new Fact("Site time", run.zone().getId().equals("Z") ? "UTC" : run.zone().getId(), false));
    Function<Map.Entry<String, String>, String> version = entry -> entry.getKey() + ' ' + entry.getValue();
    if (run.started() != null) {
      facts.add(new Fact("Started", run.started(), false));
    }
    if (!run.versions().isEmpty()) {
      facts.add(new Fact("Versions", String.join(", ", run.versions().entrySet().stream().map(version).toList()), false));
    }
    if (hash != null) {
      facts.add(new Fact("Recording hash", hash, true));
    }
    return facts;
  }
}
