package io.parkbench.gateway.allocation;

/**
 * The sessions that ask for current, in numbered slots filled in place; the shell gives each connector a slot of its own.
 *
 * <p>Where the shed order ties, the lower slot charges first, so number them in the order of the connectors' ids.
 */
public final class Demand {
  final int[] zone;
  final int[] phases;
  final int[] volts;
  final int[] floorDa;
  final int[] maxDa;
  final long[] rank;
  final long[] energyWh;
  final long[] chargedS;
  final long[] startedAt;
  final boolean[] shielded;

  /** Changes with everything but the history, so that what is derived from the rest can be kept. */
  private int version;

  private int count;

  /** Room for {@code slots} sessions, none of them there yet. */
  public Demand(int slots) {
    zone = new int[slots];
    phases = new int[slots];
    volts = new int[slots];
    floorDa = new int[slots];
    maxDa = new int[slots];
    rank = new long[slots];
    energyWh = new long[slots];
    chargedS = new long[slots];
    startedAt = new long[slots];
    shielded = new boolean[slots];
  }

  /**
   * Puts a session into {@code slot}, or changes the one there; its rank and history stay as they are (after
   * {@link #remove}: standard, class 0, nothing received).
   *
   * @param zone the zone it hangs on, an index of the {@link Topology}
   * @param phases the supply phases it loads, see {@link Phases#mask}
   * @param volts phase to neutral, for power limits; above 0
   * @param floorDa the least current it can charge with, in 0.1 A; 0 to {@code maxDa}
   * @param maxDa the most it may have, in 0.1 A; above 0
   * @throws IllegalArgumentException if a value is out of its range (an unknown zone shows at the next allocation)
   */
  public void put(int slot, int zone, int phases, int volts, int floorDa, int maxDa) {
    if (zone < 0 || phases < 1 || phases > Phases.ALL || volts < 1 || maxDa < 1 || floorDa < 0 || floorDa > maxDa) {
      throw new IllegalArgumentException(
          "slot " + slot + ": zone " + zone + ", phases " + phases + ", " + volts + " V, floor " + floorDa + " and maximum "
              + maxDa + " (0.1 A)");
    }
    if (this.maxDa[slot] == 0) {
      count++;
    } else if (this.zone[slot] == zone
        && this.phases[slot] == phases
        && this.volts[slot] == volts
        && this.floorDa[slot] == floorDa
        && this.maxDa[slot] == maxDa) {
      return;
    }
    this.zone[slot] = zone;
    this.phases[slot] = phases;
    this.volts[slot] = volts;
    this.floorDa[slot] = floorDa;
    this.maxDa[slot] = maxDa;
    version++;
  }

  /** Who comes first: VIP before standard, then the higher class (R-ALLOC-6, R-ALLOC-10). */
  public void rank(int slot, boolean vip, int priorityClass) {
    rank[slot] = (vip ? 1L << 32 : 0) + priorityClass;
  }

  /**
   * What the shed order goes by (R-ALLOC-4).
   *
   * @param energyWh received since the session began
   * @param chargedS seconds it has charged
   * @param startedAt when the session began, in microseconds since 1970; also tells one session in the slot from the next
   */
  public void history(int slot, long energyWh, long chargedS, long startedAt) {
    this.energyWh[slot] = energyWh;
    this.chargedS[slot] = chargedS;
    this.startedAt[slot] = startedAt;
  }

  /** Whether others are suspended before this one, which has just been resumed or was paused often (R-ALLOC-15). */
  public void shield(int slot, boolean shield) {
    shielded[slot] = shield;
  }

  /** Empties {@code slot}; an empty one stays empty. */
  public void remove(int slot) {
    if (maxDa[slot] == 0) {
      return;
    }
    maxDa[slot] = 0;
    rank(slot, false, 0);
    history(slot, 0, 0, 0);
    shielded[slot] = false;
    count--;
    version++;
  }

  public boolean present(int slot) {
    return maxDa[slot] != 0;
  }

  public int slots() {
    return maxDa.length;
  }

  /** How many slots hold a session. */
  public int count() {
    return count;
  }

  int version() {
    return version;
  }
}
