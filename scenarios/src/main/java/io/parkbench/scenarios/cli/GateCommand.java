package io.parkbench.scenarios.cli;

import io.parkbench.scenarios.gate.Check;
import io.parkbench.scenarios.gate.Figures;
import io.parkbench.scenarios.gate.FiguresReader;
import io.parkbench.scenarios.gate.Gate;
import io.parkbench.scenarios.gate.GateReport;
import io.parkbench.scenarios.gate.GateResult;
import io.parkbench.scenarios.gate.Rules;
import io.parkbench.scenarios.gate.RulesFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench gate}: a release is held against an earlier one. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    header = {"Holds a release against an earlier one; exit 1 where it is worse.", ""},
    description = {
        "Compares what run, sim, campaign and step-response left with a baseline: verdicts, proofs of requirements, coverage,",
        "invariants, energy (delivered by feasible), answers to jumps, speed. Each rule has its tolerance (--show-rules). Leaves",
        "gate.html, one page, gate.md for a CI server's summary, and junit.xml; exit 1 if a rule is broken."},
    footer = {
        "",
        "Examples:",
        "  parkbench gate runs/release-2 --baseline runs/release-1      folders of run folders",
        "  parkbench gate all energy jumps --baseline baseline.json     run folders, against a file",
        "  parkbench gate all energy jumps --save baseline.json         makes that file",
        "  parkbench gate --show-rules > rules.yaml                     the rules to start from"})
final class GateCommand implements Callable<Integer> {
  private static final int NAMED = 5;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "0..*",
      description = "Run folders of the release, or folders of such.") private List<Path> runs = List.of();

  @Option(names = "--baseline", paramLabel = "RUN|FILE",
      description = "What to hold it against: run folders (repeat the option), or a file of --save.") private List<
          Path> baseline = List.of();

  @Option(names = "--rules", paramLabel = "FILE",
      description = "Tolerances that differ from the usual ones, YAML.") private @Nullable Path rulesFile;

  @Option(names = "--save", paramLabel = "FILE",
      description = "Keep the release's figures as a baseline.") private @Nullable Path save;

  @Option(names = "--show-rules", description = "Print the rules in force as a file to start from.") private boolean showRules;

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where the report goes (default: runs/gate-DATE-TIME).") private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Rules rules = rulesFile == null ? Rules.usual() : RulesFile.read(rulesFile);
    PrintWriter text = spec.commandLine().getOut();
    if (showRules) {
      text.print(rules.yaml());
      text.flush();
      return Parkbench.PASS;
    }
    if (runs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name the run folders of the release");
    }
    if (baseline.isEmpty() && save == null) {
      throw new ParameterException(spec.commandLine(), "name what to hold it against, --baseline RUN|FILE, or --save FILE");
    }
    Figures release = FiguresReader.read(runs);
    int code = baseline.isEmpty() ? Parkbench.PASS : judge(text, Gate.compare(FiguresReader.read(baseline), release, rules));
    if (save != null) {
      release.write(save);
      text.println("baseline: " + save);
    }
    text.flush();
    return code;
  }

  private int judge(PrintWriter text, GateResult result) throws IOException {
    for (Check check : result.checks()) {
      text.printf(Locale.ROOT, "%-10s  %s: %s%n", check.outcome().word(), check.title(), GateReport.message(check));
      if (check.isBroken()) {
        check.details().stream().limit(NAMED).forEach(detail -> text.println("              " + detail));
        if (check.details().size() > NAMED) {
          text.println("              … and " + (check.details().size() - NAMED) + " more");
        }
      }
    }
    text.println(result.headline());
    text.println("report: " + GateReport.write(OutFolder.of(out, "gate"), result, Repeat.of(spec)));
    text.println(result.passed() ? "PASSED" : "FAILED");
    return result.passed() ? Parkbench.PASS : Parkbench.FAILED;
  }
}
