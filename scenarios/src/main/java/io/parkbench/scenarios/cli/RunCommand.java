package io.parkbench.scenarios.cli;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.Verdicts;
import io.parkbench.rigs.Rig;
import io.parkbench.rigs.file.RigFile;
import io.parkbench.rigs.file.RigReader;
import io.parkbench.rigs.outside.Docker;
import io.parkbench.rigs.outside.GatewayChoice;
import io.parkbench.scenarios.runner.BadFeatureException;
import io.parkbench.scenarios.runner.HardwareRun;
import io.parkbench.scenarios.runner.ScenarioRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench run}: scenarios. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = {"Runs scenarios and leaves a report.", ""},
    description = {
        "Runs scenarios. Each gets a bench of its own; besides what its steps say, the true currents are",
        "held against the limits after every event. Ends in a run folder with report.html, verdicts.json,",
        "junit.xml, Cucumber messages and a recording of each scenario; exit 1 if one failed."},
    footer = {
        "",
        "Examples:",
        "  parkbench run                                          all scenarios, in memory",
        "  parkbench run features/alloc --rig loopback            a folder, over real sockets",
        "  parkbench run features/alloc/shedding.feature:12       one scenario by its line",
        "  parkbench run --tags '@R-ALLOC-4 and not @realtime'    by requirement",
        "  parkbench run features/rig --rig rigs/desk.yaml        with the real devices of a rig file",
        "  parkbench run features/release --gateway jar:release/target/parkbench-gateway.jar",
        "                                                         a release of the gateway, in its own process"})
final class RunCommand implements Callable<Integer> {
  private static final int JOBS_PER_PROCESSOR = 2;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FEATURE", arity = "0..*",
      description = "Feature files, FILE:LINE, or folders (default: all that come with Parkbench).") private List<
          String> features = new ArrayList<>();

  @Option(names = "--tags", paramLabel = "E",
      description = "A Cucumber tag expression, e.g. '@R-ALLOC-4 or @R-SITE-3'.") private @Nullable String tags;

  @Option(names = "--rig", paramLabel = "R",
      description = "memory, loopback, realtime, or a rig file with real devices (default: memory, with --gateway realtime); "
          + "realtime runs only scenarios tagged @realtime, a rig file also those tagged @rig.") private @Nullable String rig;

  @Option(names = "--force", description = "Run on a rig though its check failed.") private boolean force;

  @Mixin private GatewayOptions gateway;

  @Option(names = "--jobs", paramLabel = "N",
      description = "How many scenarios run at once (default: one for each processor; two where each has a gateway of its own, as "
          + "they mostly wait; 1 on realtime otherwise). No verdict or recording in virtual time depends on it.") private @Nullable Integer jobs;

  @Option(names = "--seed", paramLabel = "N", description = "The root of all chance (default: 1).") private long seed = 1;

  @Option(names = "--policy", paramLabel = "P",
      description = "What counts of lost stations: leases, subtract-degraded, subtract-nothing or none (default: leases); only by leases all pass.") private String policy = "leases";

  @Option(names = "--out", paramLabel = "DIR",
      description = "The run folder (default: runs/scenarios-DATE-TIME).") private @Nullable Path out;

  @Mixin private SeriesOptions series;

  @Override
  public Integer call() throws IOException, SiteException {
    List<String> wanted = FeatureArguments.or(features);
    GatewayChoice chosen = gateway.choice();
    if (rig != null && Files.isRegularFile(Path.of(rig))) {
      return onHardware(wanted, rig, chosen);
    }
    Rig on = rig != null ? Rig.named(rig) : chosen == null ? Rig.MEMORY : Rig.REALTIME;
    check(chosen, on);
    ScenarioRun run = new ScenarioRun(
        wanted, tagsOn(on), on, seed, LeasePolicy.named(policy), OutFolder.of(out, "scenarios"), chosen, jobs(chosen, on));
    try (Ticker ticker = new Ticker("run");
        SeriesRun sent = series.begin("scenarios", run.out(), OutFolder.started(), spec)) {
      ScenarioRun.Outcome outcome = run.run(Versions.all(), ticker::finished, sent::recording);
      ticker.close();
      print(outcome);
      return outcome.verdicts().count(Status.FAILED) == 0 ? Parkbench.PASS : Parkbench.FAILED;
    } catch (BadFeatureException bad) {
      spec.commandLine().getErr().println("parkbench: " + bad.getMessage());
      return Parkbench.USAGE;
    }
  }

  /** Real devices: checked first, and not run where that fails. */
  private Integer onHardware(List<String> wanted, String file, @Nullable GatewayChoice chosen) throws IOException, SiteException {
    if (chosen != null || !policy.equals("leases")) {
      throw new IllegalArgumentException("a rig file runs with the built-in gateway, by leases: leave --gateway and --policy out");
    }
    RigFile read = RigReader.load(Path.of(file));
    PrintWriter text = spec.commandLine().getOut();
    if (!RigCommand.check(read, null, text)) {
      text.println(force ? "the check failed; it is run all the same, as --force says"
          : "the check failed, so nothing is run: mend what it names, or say --force");
      text.flush();
      if (!force) {
        return Parkbench.FAILED;
      }
    }
    Path folder = OutFolder.of(out, "scenarios");
    try (RigBench bench = new RigBench(read, text);
        SeriesRun sent = series.begin("scenarios", folder, OutFolder.started(), spec)) {
      HardwareRun run = new HardwareRun(wanted, tags, seed, folder, bench.bindings(), file);
      ScenarioRun.Outcome outcome = run.run(Versions.all(), (verdict, done, all) -> {
        text.println(done + " of " + all + ": " + verdict.status().word() + ": " + verdict.name());
        text.flush();
      }, sent::recording, plan -> {
        text.println(plan);
        text.flush();
      });
      print(outcome);
      return outcome.verdicts().count(Status.FAILED) == 0 ? Parkbench.PASS : Parkbench.FAILED;
    } catch (BadFeatureException bad) {
      spec.commandLine().getErr().println("parkbench: " + bad.getMessage());
      return Parkbench.USAGE;
    }
  }

  private void check(@Nullable GatewayChoice chosen, Rig on) {
    if (chosen == null) {
      return;
    }
    if (on.isVirtual()) {
      throw new IllegalArgumentException("--gateway goes by the wall clock: leave --rig out, or write --rig realtime");
    }
    if (!LeasePolicy.named(policy).equals(LeasePolicy.LEASES)) {
      throw new IllegalArgumentException("--policy is of the built-in gateway: leave it out with --gateway");
    }
    if (chosen instanceof GatewayChoice.Image) {
      Docker.require();
    }
  }

  private int jobs(@Nullable GatewayChoice chosen, Rig on) {
    if (jobs != null) {
      return jobs;
    }
    int processors = Runtime.getRuntime().availableProcessors();
    if (chosen != null && chosen.manyAtOnce()) {
      return JOBS_PER_PROCESSOR * processors;
    }
    return on.isVirtual() ? processors : 1;
  }

  /** What takes hours of virtual time is not for the wall clock. */
  private @Nullable String tagsOn(Rig on) {
    if (on.isVirtual()) {
      return tags;
    }
    return tags == null ? "@realtime" : "@realtime and (" + tags + ")";
  }

  private void print(ScenarioRun.Outcome outcome) {
    PrintWriter text = spec.commandLine().getOut();
    Verdicts verdicts = outcome.verdicts();
    for (ScenarioVerdict verdict : verdicts.scenarios()) {
      if (verdict.status() != Status.PASSED) {
        text.println(verdict.status().word() + ": " + verdict.name());
        text.println(indented(verdict.message() == null ? "" : verdict.message()));
        text.println("  repeat: " + verdict.repeat());
      }
    }
    text.printf(
        Locale.ROOT, "%d scenarios: %d passed, %d failed, %d skipped%n", verdicts.scenarios().size(), verdicts.count(Status.PASSED),
        verdicts.count(Status.FAILED), verdicts.count(Status.SKIPPED));
    if (verdicts.finding() != null) {
      text.println(verdicts.finding());
    }
    text.println("report: " + outcome.report());
    text.flush();
  }

  private static String indented(String message) {
    return message.lines().map(line -> "    " + line).reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
