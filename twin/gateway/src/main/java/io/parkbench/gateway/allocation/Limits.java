package io.parkbench.gateway.allocation;

import java.util.Arrays;

/**
 * The limits in force, per zone and supply phase in 0.1 A and per zone in W; filled in place, everything unlimited at first.
 *
 * <p>A limit below zero is allowed and means what zero means: no room (others already draw more than there is).
 */
public final class Limits {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** By row: 0.1 A for the phases, W for power. */
  final int[] byRow;

  public Limits(Topology topology) {
    byRow = new int[topology.zones() * Topology.KINDS];
    Arrays.fill(byRow, UNLIMITED);
  }

  /** Limits {@code zone} on supply phase 1, 2 or 3; another phase throws {@link IllegalArgumentException}. */
  public void current(int zone, int phase, int limitDa) {
    byRow[zone * Topology.KINDS + kind(phase)] = limitDa;
  }

  /** Limits {@code zone} alike on all three supply phases. */
  public void current(int zone, int limitDa) {
    for (int phase = 1; phase <= 3; phase++) {
      current(zone, phase, limitDa);
    }
  }

  /** Limits the power of {@code zone} over all phases (R-ALLOC-14). */
  public void power(int zone, int limitW) {
    byRow[zone * Topology.KINDS + Topology.POWER] = limitW;
  }

  public int currentDa(int zone, int phase) {
    return byRow[zone * Topology.KINDS + kind(phase)];
  }

  public int powerW(int zone) {
    return byRow[zone * Topology.KINDS + Topology.POWER];
  }

  private static int kind(int phase) {
    if (phase < 1 || phase > 3) {
      throw new IllegalArgumentException("supply phases are 1, 2 and 3, not " + phase);
    }
    return phase - 1;
  }
}
