package io.parkbench.scenarios.runner;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.reports.JUnitXml;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.StepVerdict;
import io.parkbench.reports.Verdicts;
import io.parkbench.reports.page.Report;
import io.parkbench.rigs.Rig;
import io.parkbench.rigs.hardware.Bindings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A run of scenarios with real devices, by the wall clock (R-RIG-1, R-BENCH-2): rehearsed in memory, then run as far as the rig can.
 *
 * @param file the rig file as the command line names it
 */
public record HardwareRun(List<String> features, @Nullable String tags, long seed, Path out, Bindings bindings, String file) {
  /** What is for the wall clock at all. */
  public static final String TAGS = "(@realtime or @rig)";

  public HardwareRun {
    features = List.copyOf(features);
  }

  /**
   * Runs the scenarios one after another; those that the rig cannot run are in the verdicts, with the reason.
   *
   * @param plan hears beforehand how many will run and how long that takes
   * @param watch says by its id who hears the lines of a scenario's recording, besides
   * @throws BadFeatureException if there is nothing to run or it cannot be read
   */
  public ScenarioRun.Outcome run(
      Map<String, String> versions, ScenarioRun.Progress progress, Function<String, Recording> watch, Consumer<String> plan)
      throws IOException, BadFeatureException {
    String started = ScenarioRun.now();
    Selection selection = new Selection(features, tags == null ? TAGS : TAGS + " and (" + tags + ")");
    RunFolder folder = RunFolder.create(out);
    RigRun rehearsal = RigRun.rehearsal(bindings, file);
    VerdictKeeper rehearsed = run(selection, settings(Rig.MEMORY, folder, rehearsal, watch), null, verdict -> {});
    List<ScenarioVerdict> verdicts = new ArrayList<>();
    List<ScenarioVerdict> able = new ArrayList<>();
    for (ScenarioVerdict verdict : rehearsed.verdicts().scenarios()) {
      if (verdict.status() == Status.SKIPPED) {
        verdicts.add(withStep(verdict));
      } else {
        able.add(verdict);
      }
    }
    long micros = able.stream().mapToLong(verdict -> rehearsal.lasting(key(verdict))).sum();
    plan.accept(able.size() + " of " + selection.count() + " scenarios can run on this rig, and take about "
        + minutes(Duration.ofMillis(micros / Micros.MILLISECOND)) + " and what real devices and people need");
    if (!able.isEmpty()) {
      RunSettings settings = settings(Rig.HARDWARE, folder, rehearsal.earnest(), watch);
      Selection chosen = new Selection(able.stream().map(verdict -> verdict.uri() + ":" + verdict.line()).toList(), null);
      int[] done = {0};
      VerdictKeeper keeper = run(chosen, settings, out.resolve("messages.ndjson"),
          verdict -> progress.finished(verdict, ++done[0], able.size()));
      verdicts.addAll(keeper.verdicts().scenarios());
    }
    Verdicts all = new Verdicts(verdicts);
    String repeat = "parkbench run " + selection.arguments() + " --rig " + file + " --seed " + seed;
    folder.write(
        new RunInfo(
            RunInfo.FORMAT, "Scenarios: " + selection.title(), repeat, Rig.HARDWARE.word(), seed, started, versions, null, null,
            LeasePolicy.LEASES.word(), bindings.rig().told()));
    folder.write(all);
    JUnitXml.write(all, out.resolve("junit.xml"));
    return new ScenarioRun.Outcome(all, Report.write(out));
  }

  private RunSettings settings(Rig rig, RunFolder folder, RigRun run, Function<String, Recording> watch) {
    return new RunSettings(rig, seed, LeasePolicy.LEASES, folder, null,
        scenario -> run.isRehearsal() ? Recording.NONE : watch.apply(scenario.id()), null, run);
  }

  private static VerdictKeeper run(
      Selection selection, RunSettings settings, @Nullable Path messages, Consumer<ScenarioVerdict> progress) {
    VerdictKeeper keeper = new VerdictKeeper(settings, progress);
    selection.run(settings, messages, 1, keeper);
    return keeper;
  }

  private static ScenarioKey key(ScenarioVerdict verdict) {
    return new ScenarioKey(Path.of(verdict.uri()).toAbsolutePath().toUri(), verdict.line());
  }

  /** The reason, and the step that wants what the rig cannot give. */
  private static ScenarioVerdict withStep(ScenarioVerdict v) {
    String step = v.steps().stream().filter(one -> one.status() == Status.SKIPPED).map(StepVerdict::text).findFirst().orElse("");
    return new ScenarioVerdict(v.id(), v.feature(), v.name(), v.uri(), v.line(), v.tags(), v.status(), 0,
        v.message() + (step.isEmpty() ? "" : " (\"" + step + "\")"), v.repeat(), null, null, v.steps());
  }

  private static String minutes(Duration length) {
    return length.toSeconds() < 120 ? length.toSeconds() + " s" : length.toMinutes() + " min";
  }
}
