package io.parkbench.scenarios.sim;

import com.sun.management.OperatingSystemMXBean;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.arrivals.Visit;
import io.parkbench.reports.Summary;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Lets a bench live for a while and counts what happened. */
public final class Simulation {
  private static final int STEPS = 200;

  private Simulation() {}

  /**
   * Runs {@code plan} until {@code end} and closes its recording.
   *
   * @param end instant at which to stop, µs
   * @param progress hears the share done, 0 to 1, a few hundred times
   */
  public static Summary run(BenchPlan plan, long end, DoubleConsumer progress) {
    try (Bench bench = Bench.open(plan)) {
      long start = bench.time().now();
      long stop = plan.rig().isVirtual() ? end : start + end - plan.start();
      for (int step = 1; step <= STEPS; step++) {
        bench.time().runUntil(start + (stop - start) * step / STEPS);
        progress.accept(step / (double) STEPS);
      }
      double simulated = (stop - start) / (double) Micros.SECOND;
      String hash = bench.recording().hash();
      double cpu = cpuSeconds();
      return new Summary(
          hash,
          simulated,
          cpu,
          simulated / cpu,
          bench.time().events(),
          bench.frames(),
          new Summary.Invariants(
              bench.plant().checker().checked(), bench.plant().checker().broken(), bench.plant().protection().blamed().size()),
          sessions(bench.plant().carPark().visits(), stop));
    }
  }

  private static List<Summary.Session> sessions(List<Visit> visits, long end) {
    return visits.stream()
        .sorted(Comparator.comparingLong((Visit visit) -> visit.arrival().at()).thenComparing(visit -> visit.arrival().id()))
        .map(visit -> new Summary.Session(
            visit.arrival().id(),
            visit.bay().station().id(),
            visit.bay().connector().number(),
            Micros.toInstant(visit.arrival().at()).toString(),
            visit.arrival().departure() <= end ? Micros.toInstant(visit.until()).toString() : null,
            kwh(visit.requestedWh()),
            kwh(visit.deliveredWh()),
            kwh(visit.feasibleWh())))
        .toList();
  }

  private static double kwh(double wh) {
    return Math.round(wh) / 1_000.0;
  }

  /** Processor time of this process so far, the start of the JVM included. */
  private static double cpuSeconds() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      return system.getProcessCpuTime() / 1e9;
    }
    return Double.NaN;
  }
}
