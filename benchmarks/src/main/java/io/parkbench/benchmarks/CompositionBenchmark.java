package io.parkbench.benchmarks;

import io.parkbench.gateway.limits.Ceilings;
import io.parkbench.gateway.limits.TariffClock;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.kernel.Micros;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a change to the composed limits of all 20 zones (R-BEMS-1), with every source in play: tariffs, inputs, reductions, meters. Each call
 * makes a change that another limit follows from; the set-up refuses to measure changes that change nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompositionBenchmark {
  private static final long MONDAY = Micros.of(Instant.parse("2026-01-05T07:00:00Z"));

  private final ZoneLimits limits = new ZoneLimits(Composition.zones(), Composition.VOLTS);
  private final Ceilings ceilings = Composition.ceilings();
  private long now = MONDAY;
  private int turn;
  private int changed;

  /** Brings all sources into play, and checks that each change counts. */
  @Setup
  public void prepare() {
    Composition.reduce(ceilings, now, 0);
    for (int zone = 0; zone < Composition.ZONES; zone++) {
      if (Composition.isDynamic(zone)) {
        Composition.meter(limits, zone, 0);
      }
    }
    compose();
    check("tariff edge", this::tariffEdge);
    check("contact", this::contact);
    check("reduction", this::reduction);
  }

  private void check(String what, Runnable change) {
    int before = changed;
    for (int i = 0; i < 100; i++) {
      change.run();
    }
    System.out.println("# " + what + ": another limit after " + (changed - before) + " of 100");
    if (changed - before < 30) {
      throw new IllegalStateException("not worth measuring: " + what);
    }
  }

  private int compose() {
    if (ceilings.step(now) && limits.lower(ceilings)) {
      changed++;
    }
    return limits.effectiveDa(Composition.ZONES - 1, 1);
  }

  /** On to the next instant at which a tariff period begins or ends; after a fortnight back to the beginning. */
  @Benchmark
  public int tariffEdge() {
    long next = ceilings.clock().next(now);
    if (next == TariffClock.NEVER || next > MONDAY + 14 * 24 * Micros.HOUR) {
      next = MONDAY;
      ceilings.tariffs(Composition.tariffs(), Composition.ZONE);
    }
    now = next;
    return compose();
  }

  /** An input becomes active or inactive. */
  @Benchmark
  public int contact() {
    turn++;
    ceilings.input(1 + turn % Composition.INPUTS, turn / Composition.INPUTS % 2 == 0);
    return compose();
  }

  /** The building sets another reduction in every zone. */
  @Benchmark
  public int reduction() {
    now += 2 * Micros.SECOND;
    Composition.reduce(ceilings, now, ++turn);
    return compose();
  }

  /** A meter leaves a dynamic zone another limit: that zone is composed anew, and no other. */
  @Benchmark
  public int meterStep() {
    turn++;
    int zone = 2 + turn % 6 * 3;
    Composition.meter(limits, zone, turn / 6);
    return limits.effectiveDa(zone, 1);
  }

  /** When each of the 20 zones is known to change next, as every view says. */
  @Benchmark
  public long changesAt() {
    long all = 0;
    for (int zone = 0; zone < Composition.ZONES; zone++) {
      all ^= limits.changesAt(zone, ceilings, now);
    }
    return all;
  }
}
