package io.parkbench.benchmarks.load;

import io.parkbench.gateway.Gateway;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import org.HdrHistogram.Histogram;

/**
 * Measures the control loop from within. At fixed instants, every {@value #EVERY_MS} ms, the supply's maximum changes, so that the gateway
 * has to decide anew for all its sessions. <em>Late</em> is from the instant at which that was due to when the loop came to it; a
 * <em>tick</em> is from the same instant to when the gateway has decided and said what follows. A change that comes late because the one
 * before took long is still counted from when it was due, so that nothing is left out.
 */
final class TickProbe {
  private static final int EVERY_MS = 20;

  private final Loop loop;
  private final Gateway gateway;
  private Histogram late = empty();
  private Histogram tick = empty();
  private boolean less;

  /** What was measured, µs. */
  record Measured(Histogram late, Histogram tick) {
    static Measured none() {
      return new Measured(empty(), empty());
    }

    void add(Measured more) {
      late.add(more.late);
      tick.add(more.tick);
    }
  }

  TickProbe(Loop loop, Gateway gateway) {
    this.loop = loop;
    this.gateway = gateway;
  }

  /** Begins to measure; on the loop's thread. */
  void start() {
    probe(loop.now() + Micros.SECOND);
  }

  private static Histogram empty() {
    return new Histogram(3);
  }

  private void probe(long due) {
    loop.at(due, () -> {
      late.recordValue(loop.now() - due);
      less = !less;
      gateway.setZoneMaximum(BusyCampus.SUPPLY, less ? BusyCampus.SUPPLY_LESS : BusyCampus.SUPPLY_MAX, null);
      // behind the gateway's own end of the instant
      loop.atEndOfInstant(() -> tick.recordValue(loop.now() - due));
      probe(due + EVERY_MS * Micros.MILLISECOND);
    });
  }

  /** What was measured since the last call; on the loop's thread. */
  Measured take() {
    Measured taken = new Measured(late, tick);
    late = empty();
    tick = empty();
    return taken;
  }
}
