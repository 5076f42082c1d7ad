package io.parkbench.scenarios.cli;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.arrivals.ArrivalFileException;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.scenarios.demo.TerminalView;
import io.parkbench.scenarios.sim.SiteArrivals;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * A car park in the terminal, from a time of day on, until interrupted.
 *
 * @param length stop after this simulated time; null: never
 * @param speed simulated seconds per second
 * @param empty whether nobody comes
 */
record TerminalDemo(
    PrintWriter out, Site site, long seed, LocalTime from, @Nullable Duration length, double speed, boolean empty) {
  private static final double FRAMES_PER_SECOND = 4;
  private static final Duration PLAIN_STEP = Duration.ofMinutes(15);
  private static final String HOME = "\u001b[H";
  private static final String CLEAR = "\u001b[2J";
  private static final String CLEAR_REST = "\u001b[J";

  void run() throws ArrivalFileException {
    BenchPlan plan = BenchPlan.of(site).seed(seed);
    long start = plan.start() + from.toNanoOfDay() / 1_000;
    ArrivalPlan cars = empty ? ArrivalPlan.nobody() : SiteArrivals.of(site, null, new Seed(seed), start).plan();
    plan = plan.startingAt(start).arrivals(cars);
    long end = length == null ? Long.MAX_VALUE / 2 : start + Micros.of(length);
    try (Bench bench = Bench.open(plan)) {
      if (Terminal.isThere()) {
        live(bench, end);
      } else {
        plain(bench, end);
      }
    }
  }

  private void live(Bench bench, long end) {
    VirtualTime time = (VirtualTime) bench.time();
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
    TerminalView view = new TerminalView(bench, Ansi.OFF, Terminal.columns());
    long stop = Math.min(end, bench.time().now() + Micros.DAY);
    while (bench.time().now() < stop) {
      bench.time().runUntil(Math.min(stop, bench.time().now() + Micros.of(PLAIN_STEP)));
      out.println(view.draw("as fast as possible"));
      out.flush();
    }
  }
}
