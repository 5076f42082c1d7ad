package io.parkbench.gateway.allocation;

import java.util.Arrays;

/**
 * Keeps setpoints from changing by less than a dead band unless a limit needs it (R-ALLOC-8): a small raise is left out, a small cut
 * where there is room for what it would free.
 */
public final class DeadBand {
  private static final int PHASES = 3;

  private final Topology topology;
  private final int bandDa;
  private final int[] setpointDa;
  private final int[] sumDa;
  private final long[] sumDw;

  /** @param bandDa changes below this are small, 0.1 A; 0 or 1: none are */
  public DeadBand(Topology topology, int bandDa, int slots) {
    this.topology = topology;
    this.bandDa = bandDa;
    setpointDa = new int[slots];
    sumDa = new int[topology.zones() * PHASES];
    sumDw = new long[topology.zones()];
  }

  /**
   * Takes over what was allocated, with as few small changes as may be.
   *
   * @param beforeDa by slot, what each session has been told to have so far, 0.1 A; 0 for none
   */
  public void settle(Limits limits, Demand demand, Allocator allocated, int[] beforeDa) {
    Arrays.fill(sumDa, 0);
    Arrays.fill(sumDw, 0);
    for (int slot = 0; slot < demand.slots(); slot++) {
      if (demand.present(slot)) {
        int da = allocated.setpointDa(slot);
        int kept = isSmall(demand, slot, beforeDa[slot], da) ? Math.min(beforeDa[slot], da) : da;
        setpointDa[slot] = kept;
        add(demand, slot, kept);
      }
    }
    for (int slot = 0; slot < demand.slots(); slot++) {
      if (demand.present(slot) && isSmall(demand, slot, beforeDa[slot], setpointDa[slot]) && beforeDa[slot] > setpointDa[slot]) {
        int difference = beforeDa[slot] - setpointDa[slot];
        add(demand, slot, difference);
        if (fits(limits, demand, slot)) {
          setpointDa[slot] = beforeDa[slot];
        } else {
          add(demand, slot, -difference);
        }
      }
    }
  }

  /** What the session in a slot shall have, 0.1 A. */
  public int setpointDa(int slot) {
    return setpointDa[slot];
  }

  private boolean isSmall(Demand demand, int slot, int before, int after) {
    return before > 0 && after > 0 && Math.abs(after - before) < bandDa && before >= demand.floorDa[slot]
        && before <= demand.maxDa[slot];
  }

  private void add(Demand demand, int slot, int da) {
    int phases = demand.phases[slot];
    for (int zone = demand.zone[slot]; zone >= 0; zone = topology.parent(zone)) {
      for (int phase = 0; phase < PHASES; phase++) {
        sumDa[zone * PHASES + phase] += (phases >> phase & 1) * da;
      }
      sumDw[zone] += (long) da * demand.volts[slot] * Integer.bitCount(phases);
    }
  }

  private boolean fits(Limits limits, Demand demand, int slot) {
    int phases = demand.phases[slot];
    for (int zone = demand.zone[slot]; zone >= 0; zone = topology.parent(zone)) {
      for (int phase = 0; phase < PHASES; phase++) {
        if ((phases >> phase & 1) != 0 && sumDa[zone * PHASES + phase] > limits.currentDa(zone, phase + 1)) {
          return false;
        }
      }
      if (limits.powerW(zone) != Limits.UNLIMITED && sumDw[zone] > 10L * limits.powerW(zone)) {
        return false;
      }
    }
    return true;
  }
}
