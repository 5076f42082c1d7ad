package io.parkbench.scenarios.cli;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.arrivals.ArrivalFileException;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.Summary;
import io.parkbench.reports.page.Report;
import io.parkbench.reports.series.RunSeries;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.Recorder;
import io.parkbench.rigs.Rig;
import io.parkbench.scenarios.sim.Simulation;
import io.parkbench.scenarios.sim.SiteArrivals;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench sim}: a site lives without a script. */
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    header = {"Lets a site live without a script and leaves a report.", ""},
    description = {
        "Lets a site live without a script: cars come and go, the gateway shares the current, and",
        "after every event the true currents are held against the limits. Ends in a run folder with",
        "summary.json, the recording and report.html; exit 1 if a limit was broken."},
    footer = {
        "",
        "Examples:",
        "  parkbench sim campus-100 --days 30",
        "  parkbench sim my-site.yaml --for PT6H --arrivals mall --seed 7",
        "  parkbench sim acn-54 --days 1 --arrivals sessions.json --rig loopback"})
final class SimCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SITE", description = "A ready site (see 'parkbench sites') or a site file.") private String siteName;

  @ArgGroup private @Nullable Length length;

  static final class Length {
    @Option(names = "--days", paramLabel = "N",
        description = "Days of 24 hours, also where the clocks change (default: 1).") private @Nullable Integer days;

    @Option(names = "--for", paramLabel = "PT2H",
        description = "A length of time in ISO 8601.") private @Nullable Duration duration;
  }

  @Option(
      names = "--arrivals",
      paramLabel = "F",
      description = "Who comes: a file (CSV, ACN-Data JSON) or a profile (residential, workplace, mall, store, depot); default: "
          + "what the site file says.") private @Nullable String arrivals;

  @Option(names = "--rig", paramLabel = "R",
      description = "memory, loopback or realtime (default: memory).") private String rig = "memory";

  @Option(names = "--seed", paramLabel = "N", description = "The root of all chance (default: 1).") private long seed = 1;

  @Option(names = "--out", paramLabel = "DIR",
      description = "The run folder (default: runs/SITE-DATE-TIME).") private @Nullable Path out;

  @Mixin private SeriesOptions series;

  @Override
  public Integer call() throws IOException, SiteException, ArrivalFileException {
    Site site = SiteArgument.load(siteName, spec);
    String title = Path.of(siteName).getFileName().toString().replaceAll("\\.ya?ml$", "");
    RunFolder folder = RunFolder.create(OutFolder.of(out, title));
    Path recording = folder.recording("sim");
    BenchPlan plan = BenchPlan.of(site).on(Rig.named(rig)).seed(seed).repeatedBy(Repeat.of(spec));
    SiteArrivals coming = SiteArrivals.of(site, arrivals, new Seed(seed), plan.start());
    plan = plan.startingAt(coming.start()).arrivals(coming.plan()).recordingTo(Recorder.to(recording));
    String started = OutFolder.started();
    Summary summary;
    try (SeriesRun sent = series.begin(site.name(), folder.path(), started, spec)) {
      summary = simulate(plan.alsoWatchedBy(sent.recording("sim")), end(plan.start()));
      sent.points("sim", (points, at) -> RunSeries.summary(points, at, summary));
    }
    folder.write(summary);
    folder.write(new RunInfo(
        RunInfo.FORMAT, site.name(), Repeat.of(spec), plan.rig().word(), seed, started, Versions.all(), summary.hash(),
        site.timeZone().getId()));
    Path report = Report.write(folder.path());
    print(summary, folder, report);
    return summary.invariants().kept() ? Parkbench.PASS : Parkbench.FAILED;
  }

  private Summary simulate(BenchPlan plan, long end) {
    try (Progress progress = new Progress(siteName, "%", 100)) {
      return Simulation.run(plan, end, share -> progress.done(Math.round(share * 100)));
    }
  }

  private long end(long start) {
    Duration wanted = length == null ? null : length.duration;
    if (wanted != null) {
      if (wanted.isNegative() || wanted.isZero()) {
        throw new ParameterException(spec.commandLine(), "--for must be longer than nothing, e.g. PT2H");
      }
      return start + Micros.of(wanted);
    }
    int days = length == null || length.days == null ? 1 : length.days;
    if (days < 1) {
      throw new ParameterException(spec.commandLine(), "--days must be 1 or more");
    }
    return start + days * Micros.DAY;
  }

  private void print(Summary summary, RunFolder folder, Path report) {
    PrintWriter text = spec.commandLine().getOut();
    double requested = summary.sessions().stream().mapToDouble(Summary.Session::requestedKwh).sum();
    double delivered = summary.sessions().stream().mapToDouble(Summary.Session::deliveredKwh).sum();
    text.printf(
        Locale.ROOT, "%d sessions, %.1f of %.1f kWh delivered; %d frames, %d events%n", summary.sessions().size(), delivered,
        requested, summary.frames(), summary.events());
    text.printf(
        Locale.ROOT, "%.0f simulated s in %.1f CPU s: %.0f per CPU second%n", summary.simulatedSeconds(), summary.cpuSeconds(),
        summary.simulatedSecondsPerCpuSecond());
    text.printf(
        Locale.ROOT, "invariants: %d checked, %d broken%n", summary.invariants().checked(), summary.invariants().broken());
    if (summary.invariants().trips() > 0) {
      text.printf(Locale.ROOT, "breakers tripped because of cars: %d%n", summary.invariants().trips());
    }
    text.println("hash: " + summary.hash());
    text.println("summary: " + folder.path().resolve("summary.json"));
    text.println("report: " + report);
    text.flush();
  }
}
