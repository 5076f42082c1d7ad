package io.parkbench.scenarios.cli;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.arrivals.ArrivalFileException;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.scenarios.demo.TerminalView;
import io.parkbench.scenarios.sim.SiteArrivals;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench demo}: a car park, live in the terminal. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = {"Shows a car park live in the terminal.", ""},
    description = "Shows a car park live in the terminal, from seven in the morning on, until interrupted.",
    footer = {"", "Example:", "  parkbench demo campus-100 --speed 300"})
final class DemoCommand implements Callable<Integer> {
  private static final double FRAMES_PER_SECOND = 4;
  private static final Duration PLAIN_STEP = Duration.ofMinutes(15);
  private static final String HOME = "\u001b[H";
  private static final String CLEAR = "\u001b[2J";
  private static final String CLEAR_REST = "\u001b[J";

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "SITE",
      description = "A ready site or a site file (default: office).") private String siteName = "office";

  @Option(names = "--speed", paramLabel = "X",
      description = "Simulated seconds per second, 1 to 1000 (default: 60).") private double speed = 60;

  @Option(names = "--seed", paramLabel = "N", description = "The root of all chance (default: 1).") private long seed = 1;

  @Option(names = "--from", paramLabel = "HH:MM",
      description = "The site's time of day at the start (default: 07:00).") private LocalTime from = LocalTime.of(7, 0);

  @Option(names = "--for", paramLabel = "PT2H", description = "Stop after this simulated time.") private @Nullable Duration length;

  @Mixin private SeriesOptions series;

  @Override
  public Integer call() throws IOException, SiteException, ArrivalFileException {
    if (!(speed >= 1 && speed <= 1000)) {
      throw new ParameterException(spec.commandLine(), "--speed must be 1 to 1000");
    }
    Site site = SiteArgument.load(siteName, spec);
    BenchPlan plan = BenchPlan.of(site).seed(seed);
    long start = plan.start() + from.toNanoOfDay() / 1_000;
    plan = plan.startingAt(start).arrivals(SiteArrivals.of(site, null, new Seed(seed), start).plan());
    long end = length == null ? Long.MAX_VALUE / 2 : start + Micros.of(length);
    try (SeriesRun sent = series.begin(site.name(), OutFolder.of(null, "demo"), OutFolder.started(), spec);
        Bench bench = Bench.open(plan.alsoWatchedBy(sent.recording("demo")))) {
      if (Terminal.isThere()) {
        live(bench, end);
      } else {
        plain(bench, end);
      }
    }
    return Parkbench.PASS;
  }

  private void live(Bench bench, long end) {
    VirtualTime time = (VirtualTime) bench.time();
    PrintWriter out = spec.commandLine().getOut();
    TerminalView view = new TerminalView(bench, Ansi.AUTO, Terminal.columns());
    String label = String.format(Locale.ROOT, "×%.0f", speed);
    try (Interrupt interrupt = Interrupt.stops(time)) {
      out.print(CLEAR);
      time.pace(speed);
      while (time.now() < end && !time.isClosed()) {
        time.runUntil(Math.min(end, time.now() + Math.round(Micros.SECOND * speed / FRAMES_PER_SECOND)));
        out.print(HOME + view.draw(label) + CLEAR_REST);
        out.flush();
      }
    }
  }

  /** Not a terminal: a picture every quarter of an hour, as fast as it goes; a day unless told. */
  private void plain(Bench bench, long end) {
    PrintWriter out = spec.commandLine().getOut();
    TerminalView view = new TerminalView(bench, Ansi.OFF, Terminal.columns());
    long stop = Math.min(end, bench.time().now() + Micros.DAY);
    while (bench.time().now() < stop) {
      bench.time().runUntil(Math.min(stop, bench.time().now() + Micros.of(PLAIN_STEP)));
      out.println(view.draw("as fast as possible"));
      out.flush();
    }
  }
}
