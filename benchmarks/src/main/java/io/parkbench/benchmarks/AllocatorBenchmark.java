package io.parkbench.benchmarks;

import io.parkbench.gateway.allocation.Allocator;
import io.parkbench.gateway.allocation.Demand;
import io.parkbench.gateway.allocation.Limits;
import io.parkbench.gateway.allocation.Rotation;
import io.parkbench.gateway.allocation.Rule;
import io.parkbench.gateway.allocation.ShedBy;
import io.parkbench.kernel.Seed;
import java.util.EnumMap;
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
 * A full allocation from changed inputs to setpoints (R-BENCH-10): 100 sessions, 20 zones, three levels, three phases.
 *
 * <p>Every call sets all 80 rows anew from one of {@value #VARIANTS} drawn sets of limits, among which sessions at their
 * maximum, at equal shares, at their floors and (cold) suspended all occur in numbers; the set-up refuses to measure otherwise.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AllocatorBenchmark {
  private static final int VARIANTS = 64;

  private final CarPark site = new CarPark();
  private final Limits limits = new Limits(site.topology());
  private final Demand demand = site.demand();
  private final Allocator allocator = new Allocator(site.topology(), CarPark.SESSIONS);
  private final Rotation rotation = new Rotation(allocator, ShedBy.ENERGY);
  private final int[][] ample = new int[VARIANTS][];
  private final int[][] scarce = new int[VARIANTS][];
  private final long[][] energyWh = new long[VARIANTS][CarPark.SESSIONS];
  private int turn;
  private long now;

  /** Draws the inputs and checks that they are worth measuring. */
  @Setup
  public void draw() {
    var chance = new Seed(7).fork("energy");
    for (int v = 0; v < VARIANTS; v++) {
      ample[v] = site.limits(220);
      scarce[v] = site.limits(100);
      for (int slot = 0; slot < CarPark.SESSIONS; slot++) {
        energyWh[v][slot] = chance.between(0, 40_000);
      }
    }
    census("warm", 0, this::warm);
    census("cold", 15, this::cold);
  }

  /** Only limits have changed, and everybody's floor fits or nearly so; who is suspended is decided anew, by the order kept. */
  @Benchmark
  public int warm() {
    CarPark.set(limits, ample[++turn % VARIANTS]);
    rotation.share(now, limits, demand);
    return allocator.setpointDa(turn % CarPark.SESSIONS);
  }

  /**
   * Nothing is kept: limits and what everybody has received have changed, a car of another kind has been plugged in, and many
   * are suspended in an order sorted anew.
   */
  @Benchmark
  public int cold() {
    int variant = ++turn % VARIANTS;
    CarPark.set(limits, scarce[variant]);
    for (int slot = 0; slot < CarPark.SESSIONS; slot++) {
      demand.history(slot, energyWh[variant][slot], 0, slot);
    }
    site.plug(demand, turn % CarPark.SESSIONS, turn);
    now += Rotation.PERIOD;
    rotation.share(now, limits, demand);
    return allocator.setpointDa(turn % CarPark.SESSIONS);
  }

  private void census(String name, int shedAtLeast, Runnable run) {
    var count = new EnumMap<Rule, Integer>(Rule.class);
    for (int v = 0; v < VARIANTS; v++) {
      run.run();
      for (int slot = 0; slot < CarPark.SESSIONS; slot++) {
        count.merge(allocator.rule(slot), 1, Integer::sum);
      }
    }
    count.replaceAll((rule, calls) -> calls / VARIANTS);
    System.out.println("# " + name + ", sessions by rule: " + count);
    if (count.getOrDefault(Rule.SHARE, 0) < 20
        || count.getOrDefault(Rule.FLOOR, 0) < 15
        || count.getOrDefault(Rule.SHED, 0) < shedAtLeast) {
      throw new IllegalStateException("not worth measuring: " + name + " " + count);
    }
  }
}
