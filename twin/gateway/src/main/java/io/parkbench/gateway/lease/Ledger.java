package io.parkbench.gateway.lease;

import io.parkbench.gateway.limits.ZoneLimits;
import java.util.Arrays;

/** Adds up per zone and phase, and in power, what the sessions below could be drawing. */
public final class Ledger {
  private final ZoneLimits limits;
  private final int[] heldDa;
  private final double[] heldW;

  public Ledger(ZoneLimits limits) {
    this.limits = limits;
    heldDa = new int[limits.rows() * 3];
    heldW = new double[limits.rows()];
  }

  /** Forgets all entries. */
  public void clear() {
    Arrays.fill(heldDa, 0);
    Arrays.fill(heldW, 0);
  }

  /** Enters {@code da} (0.1 A, may be negative) on each of the setpoint's phases, in its zone and all above. */
  public void enter(Setpoint setpoint, int da) {
    for (int zone = setpoint.zone(); zone >= 0; zone = limits.parent(zone)) {
      for (int phase = 0; phase < 3; phase++) {
        if ((setpoint.phases() >> phase & 1) != 0) {
          heldDa[zone * 3 + phase] += da;
        }
      }
      heldW[zone] += da * setpoint.wattsPerDa();
    }
  }

  /** Whether {@code da} more (0.1 A) for this setpoint keeps every zone above it within its limits. */
  public boolean fits(Setpoint setpoint, int da) {
    for (int zone = setpoint.zone(); zone >= 0; zone = limits.parent(zone)) {
      for (int phase = 0; phase < 3; phase++) {
        if ((setpoint.phases() >> phase & 1) != 0
            && heldDa[zone * 3 + phase] + da > limits.limitDa(zone, phase)) {
          return false;
        }
      }
      // a thousandth of a watt, for sums of decimal fractions
      if (heldW[zone] + da * setpoint.wattsPerDa() > limits.limitW(zone) + 1e-3) {
        return false;
      }
    }
    return true;
  }

  /** What the sessions under a zone hold on a phase (0…2), 0.1 A. */
  public int heldDa(int zone, int phase) {
    return heldDa[zone * 3 + phase];
  }

  /** What the sessions under a zone hold together, W. */
  public double heldW(int zone) {
    return heldW[zone];
  }
}
