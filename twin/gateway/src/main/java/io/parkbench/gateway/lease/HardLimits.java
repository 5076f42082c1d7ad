package io.parkbench.gateway.lease;

import java.util.Arrays;

/**
 * The limits that no worst case may exceed (R-LEASE-6), and the tree of zones they bind in: per zone and supply phase 0…2 in
 * 0.1 A, and per zone in W. Filled in place, everything unlimited at first; a dynamic zone's are its maximum less its other loads.
 */
public final class HardLimits {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Rows per zone: three phases, then power. */
  static final int KINDS = 4;

  static final int POWER = 3;

  private final int[] parent;
  private final int[] byRow;
  private int changes;

  /** By zone and zone above it, itself included. */
  private final boolean[] under;

  /**
   * @param parent for each zone the index of the one above, −1 for a root; copied, and trusted to be a tree
   */
  public HardLimits(int... parent) {
    this.parent = parent.clone();
    under = new boolean[parent.length * parent.length];
    for (int zone = 0; zone < parent.length; zone++) {
      for (int above = zone; above >= 0; above = parent[above]) {
        under[zone * parent.length + above] = true;
      }
    }
    byRow = new int[parent.length * KINDS];
    Arrays.fill(byRow, UNLIMITED);
  }

  /** Limits {@code zone} on supply phase 0…2, 0.1 A; below zero means what zero means. */
  public void current(int zone, int phase, int limitDa) {
    put(zone * KINDS + phase, limitDa);
  }

  /** Limits the power of {@code zone} over all phases, W; {@link #UNLIMITED} for none. */
  public void power(int zone, int limitW) {
    put(zone * KINDS + POWER, limitW == UNLIMITED ? UNLIMITED : Math.multiplyExact(limitW, 10));
  }

  private void put(int row, int limit) {
    if (byRow[row] != limit) {
      byRow[row] = limit;
      changes++;
    }
  }

  /** Counts up whenever a limit becomes another one. */
  public int changes() {
    return changes;
  }

  int zones() {
    return parent.length;
  }

  int parent(int zone) {
    return parent[zone];
  }

  /** Whether {@code zone} is {@code above} or hangs below it. */
  boolean isUnder(int zone, int above) {
    return under[zone * parent.length + above];
  }

  /** Of a row, 0.1 A or 0.1 W. */
  int ofRow(int row) {
    return byRow[row];
  }
}
