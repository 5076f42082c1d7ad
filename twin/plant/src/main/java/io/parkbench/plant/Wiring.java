package io.parkbench.plant;

/**
 * Which supply phase each conductor of a connector is wired to: {@code TRI231} has its L1 on supply phase 2, its L2 on 3 and
 * its L3 on 1 (UG 2.6.4). The reversed rotations are what an electrician may get wrong.
 */
public enum Wiring {
  TRI123(1, 2, 3),
  TRI231(2, 3, 1),
  TRI312(3, 1, 2),
  TRI132(1, 3, 2),
  TRI213(2, 1, 3),
  TRI321(3, 2, 1),
  MONO1(1),
  MONO2(2),
  MONO3(3);

  private final int[] supplyPhases;

  Wiring(int... supplyPhases) {
    this.supplyPhases = supplyPhases;
  }

  /** How many phases are wired: 1 or 3. */
  public int phases() {
    return supplyPhases.length;
  }

  /** The supply phase (1 to 3) of the connector's conductor L1, L2 or L3, given as 1 to {@link #phases}. */
  public int supplyPhase(int conductor) {
    if (conductor < 1 || conductor > supplyPhases.length) {
      throw new IllegalArgumentException(this + " has no conductor L" + conductor);
    }
    return supplyPhases[conductor - 1];
  }
}
