package io.parkbench.scenarios.cli;

import io.parkbench.reports.Comparison;
import io.parkbench.scenarios.runner.BadFeatureException;
import io.parkbench.scenarios.runner.PolicyComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench compare-policies}: what leases spare a site. */
@Command(
    name = "compare-policies",
    mixinStandardHelpOptions = true,
    header = {"Shows the overload that leases prevent.", ""},
    description = {
        "Runs scenarios by leases and by what others do when a station is lost: subtract its degraded setpoint",
        "at once, subtract nothing, or give setpoints no end at all. Cars, faults and limits come at the same",
        "instants by each; claims are not judged. Adds up the ampere-seconds of true current above hard limits,",
        "and those of breaches, which last longer than the bound; exit 1 if there is a breach by leases."},
    footer = {
        "",
        "Examples:",
        "  parkbench compare-policies                              all scenarios in which stations are lost",
        "  parkbench compare-policies features/lease/peers.feature those made for it",
        "  parkbench run features/lease --policy subtract-nothing  one policy, with verdicts and plots"})
final class ComparePoliciesCommand implements Callable<Integer> {
  private static final int NAME_COLUMNS = 58;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FEATURE", arity = "0..*",
      description = "Feature files, FILE:LINE, or folders (default: all that come with Parkbench).") private List<
          String> features = new ArrayList<>();

  @Option(names = "--tags", paramLabel = "E",
      description = "A Cucumber tag expression (default: stations lost, limits cut, room passed on; where FEATURE is given, all).") private @Nullable String tags;

  @Option(names = "--seed", paramLabel = "N", description = "The root of all chance (default: 1).") private long seed = 1;

  @Option(names = "--out", paramLabel = "DIR",
      description = "The run folder (default: runs/policies-DATE-TIME).") private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    String chosen = tags == null && features.isEmpty() ? PolicyComparison.TAGS : tags;
    PolicyComparison comparison = new PolicyComparison(FeatureArguments.or(features), chosen, seed, OutFolder.of(out, "policies"));
    try (Ticker ticker = new Ticker("compare-policies")) {
      PolicyComparison.Outcome outcome = comparison.run(Versions.all(), ticker::finished);
      ticker.close();
      print(outcome);
      boolean safe = outcome.comparison().totals().getFirst().breached() == 0;
      return safe && outcome.failures().isEmpty() ? Parkbench.PASS : Parkbench.FAILED;
    } catch (BadFeatureException bad) {
      spec.commandLine().getErr().println("parkbench: " + bad.getMessage());
      return Parkbench.USAGE;
    }
  }

  private void print(PolicyComparison.Outcome outcome) {
    PrintWriter text = spec.commandLine().getOut();
    Comparison comparison = outcome.comparison();
    scenarios(text, comparison);
    int all = comparison.scenarios().size();
    text.printf(
        Locale.ROOT, "%-18s %16s %16s %16s %10s %14s%n", "policy", "above limits", "of it breaches", "breaches in", "longest",
        "delivered");
    for (Comparison.Totals total : comparison.totals()) {
      text.printf(
          Locale.ROOT, "%-18s %13.0f As %13.0f As %9d of %3d %8.0f s %10.1f kWh%n", total.policy(), total.excessAs(),
          total.inBreachesAs(), total.breached(), all, total.longestS(), total.kwh());
    }
    outcome.failures().forEach(failure -> text.println("not carried out to its end: " + failure));
    text.println("report: " + outcome.report());
    text.flush();
  }

  /** Those with a breach by any policy: As in breaches by each. */
  private static void scenarios(PrintWriter text, Comparison comparison) {
    text.printf(Locale.ROOT, "%-" + NAME_COLUMNS + "s", "As in breaches, by scenario");
    comparison.policies().forEach(policy -> text.printf(Locale.ROOT, " %17s", policy));
    text.println();
    for (Comparison.Scenario scenario : comparison.scenarios()) {
      List<Double> breaches = scenario.outcomes().stream().map(Comparison.Outcome::inBreachesAs).toList();
      if (breaches.stream().anyMatch(breach -> breach > 0)) {
        String name = scenario.name();
        text.printf(
            Locale.ROOT, "%-" + NAME_COLUMNS + "s",
            name.length() < NAME_COLUMNS ? name : name.substring(0, NAME_COLUMNS - 2) + "…");
        breaches.forEach(breach -> text.printf(Locale.ROOT, " %17.0f", breach));
        text.println();
      }
    }
    text.println();
  }
}
