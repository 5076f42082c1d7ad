package io.parkbench.gateway.site;

/**
 * Which supply phases a connector's L1, L2 and L3 are on (R-SITE-5).
 *
 * <p>TRI321 is not here: the API's name for it means TRI312, and the site file accepts it only confirmed.
 */
public enum Wiring {
  TRI123(1, 2, 3),
  TRI231(2, 3, 1),
  TRI312(3, 1, 2),
  MONO1(1),
  MONO2(2),
  MONO3(3);

  private final int[] supply;

  Wiring(int... supply) {
    this.supply = supply;
  }

  /** How many conductors the connector has: 1 or 3. */
  public int phases() {
    return supply.length;
  }

  /**
   * The supply phase (1…3) that a conductor of the connector is on.
   *
   * @param conductor 1 for the connector's L1, up to {@link #phases()}; anything else throws IndexOutOfBoundsException
   */
  public int supplyPhase(int conductor) {
    return supply[conductor - 1];
  }

  /**
   * The supply phases that a car using the first {@code conductors} conductors reaches: bit 0 is phase 1, bit 2 phase 3.
   *
   * <p>A car with more conductors than the connector reaches the connector's.
   */
  public int supplyMask(int conductors) {
    int mask = 0;
    for (int c = 0; c < Math.min(conductors, supply.length); c++) {
      mask |= 1 << (supply[c] - 1);
    }
    return mask;
  }
}
