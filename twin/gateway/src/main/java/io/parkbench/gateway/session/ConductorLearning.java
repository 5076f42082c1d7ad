package io.parkbench.gateway.session;

import io.parkbench.kernel.Micros;

/**
 * Learns from its draw on which supply phases a session counts (R-ALLOC-1): all that the connector reaches until 60 s of draw
 * at the floor or above show fewer; a later draw elsewhere counts from its first sample on. Phases are a mask, bit 0 for
 * supply phase 1.
 */
public final class ConductorLearning {
  /** Samples travel unevenly: a proof may be short of its time by this much. */
  static final long JITTER = Micros.SECOND;
  /** A conductor carrying less than this many amperes is not in use: standby and meter noise. */
  static final double IN_USE_A = 1.0;
  /** A draw this many amperes under the floor still is one at the floor: meter class and a car's own margin. */
  static final double FLOOR_TOLERANCE_A = 0.5;

  private final int reachable;
  private final long proof;
  private boolean learnt;
  private int phases;
  private int seen;
  private long seenSince;

  /**
   * Starts with every phase that the connector reaches.
   *
   * @param reachable the mask of the supply phases that the connector's conductors are on
   * @param proof how long a draw must look the same before it is believed, µs
   */
  public ConductorLearning(int reachable, long proof) {
    if (reachable < 1 || reachable > 7) {
      throw new IllegalArgumentException("no supply phases: " + reachable);
    }
    this.reachable = reachable;
    this.proof = proof;
    this.phases = reachable;
  }

  /** The supply phases that the session counts on now. */
  public int phases() {
    return phases;
  }

  /** Whether the draw has shown which phases these are. */
  public boolean learnt() {
    return learnt;
  }

  /**
   * Takes a sample in.
   *
   * @param now when it was heard, µs
   * @param supplyAmps the current on each supply phase, A; phases that the connector does not reach are ignored
   * @param floorAmps the session's floor, A
   * @return whether {@link #phases} has changed
   */
  public boolean sample(long now, double[] supplyAmps, double floorAmps) {
    int inUse = 0;
    double most = 0;
    for (int phase = 0; phase < 3; phase++) {
      if ((reachable >> phase & 1) != 0 && supplyAmps[phase] >= IN_USE_A) {
        inUse |= 1 << phase;
        most = Math.max(most, supplyAmps[phase]);
      }
    }
    if ((inUse & ~phases) != 0) {
      seen = 0;
      return count(phases | inUse);
    }
    if (most < floorAmps - FLOOR_TOLERANCE_A) {
      seen = 0;
      return false;
    }
    if (inUse != seen) {
      seen = inUse;
      seenSince = now;
      return false;
    }
    if (now - seenSince < proof - JITTER) {
      return false;
    }
    learnt = true;
    return count(inUse);
  }

  private boolean count(int mask) {
    boolean changed = mask != phases;
    phases = mask;
    return changed;
  }
}
