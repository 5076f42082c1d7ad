package io.parkbench.scenarios.response;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.breaker.Breaker;
import io.parkbench.plant.breaker.Device;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.grid.Tolerance;
import java.util.Arrays;

/**
 * Watches the true current of one zone: from an instant on, how long and by how much it is above the limit. Beside it a breaker of
 * curve C of that rating gets warm, and has no effect on anything.
 */
final class Excess implements Grid.Watcher {
  private static final int PHASES = 3;
  private static final double MOST_MINIATURE_A = 125;

  private final Grid grid;
  private final int zone;
  private final double limit;
  private final double tolerance;
  private final Breaker witness;
  private final double[] above = new double[PHASES];
  private final double[] ampereMicros = new double[PHASES];
  private long begun;
  private long seen;
  private long opensAt = Breaker.NEVER;
  private long firstBack = -1;
  private long lastBack = -1;
  private boolean over;
  private boolean opened;
  private double peak;
  private double heat;

  Excess(Grid grid, int zone, double limit, long now) {
    this.grid = grid;
    this.zone = zone;
    this.limit = limit;
    this.tolerance = limit * Tolerance.USUAL.meterClass() + Tolerance.USUAL.pilotAmps();
    this.witness = new Breaker(curveC(limit), now);
    grid.watch(this);
  }

  /** The law of curve C for any rating, also where IEC 60898-1 has no such breaker any more. */
  private static Device curveC(double rating) {
    Device c = Device.miniature(Device.Characteristic.C, Math.min(rating, MOST_MINIATURE_A));
    return new Device("C " + rating + " A", rating, c.bodies(), c.magnetic(), false);
  }

  /** What counts begins now. */
  void begin(long now) {
    begun = now;
    firstBack = -1;
    lastBack = -1;
    over = false;
    peak = 0;
    heat = 0;
    Arrays.fill(ampereMicros, 0);
    look(now);
  }

  @Override
  public void changed(long now, int changed) {
    if (changed == zone) {
      look(now);
    }
  }

  /** So far and no further: what flowed until now is counted. */
  void end(long now) {
    look(now);
  }

  private void look(long now) {
    opened |= opensAt <= now;
    heat = Math.max(heat, witness.heat(now));
    witness.carry(now, amps(1), amps(2), amps(3));
    opensAt = witness.opensAt(now);
    boolean before = over;
    for (int phase = 0; phase < PHASES; phase++) {
      ampereMicros[phase] += before ? above[phase] * (now - seen) : 0;
      above[phase] = Math.max(0, amps(phase + 1) - limit);
    }
    seen = now;
    over = most() > limit + tolerance;
    peak = Math.max(peak, most());
    if (before && !over) {
      firstBack = firstBack < 0 ? now : firstBack;
      lastBack = now;
    }
  }

  /** True current of a phase, A. */
  double amps(int phase) {
    return grid.totalAmps(zone, phase);
  }

  /** Of the phase with the most, A. */
  double most() {
    return Math.max(amps(1), Math.max(amps(2), amps(3)));
  }

  /** Whether it is above limit and tolerance now. */
  boolean lasts() {
    return over;
  }

  /** From the beginning until it was below for good, as far as was watched, s; 0 where it never was above. */
  double seconds() {
    return since(over ? seen : lastBack);
  }

  /** From the beginning until it was below for the first time, s. */
  double firstSeconds() {
    return since(firstBack < 0 && over ? seen : firstBack);
  }

  private double since(long at) {
    return at < 0 ? 0 : (at - begun) / (double) Micros.SECOND;
  }

  /** What flowed above the limit meanwhile, As, on the phase on which that is most. */
  double ampereSeconds() {
    return Math.max(ampereMicros[0], Math.max(ampereMicros[1], ampereMicros[2])) / Micros.SECOND;
  }

  /** The highest current since the beginning, A. */
  double peak() {
    return peak;
  }

  /** How warm the breaker of curve C was at most, 1 for opening. */
  double heat() {
    return heat;
  }

  /** Whether it would have opened. */
  boolean opened() {
    return opened;
  }
}
