package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.site.Wiring;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells on which supply phase a current is that a station reports for L1, L2 or L3 of a connector; the one place where reported
 * phases are turned (R-ALLOC-1: never twice).
 *
 * <p>A station that knows its rotation ({@code ConnectorPhaseRotation} names one) reports as seen from the grid, and nothing is
 * turned. One that does not (Unknown, NotApplicable, no such key) can only mean its own conductors, and the site's wiring turns
 * them. A connector with one conductor has nothing to turn.
 */
final class PhaseOrder {
  private static final PhaseOrder AS_REPORTED = new PhaseOrder(new int[] {0, 1, 2});

  private final int[] supply;

  private PhaseOrder(int[] supply) {
    this.supply = supply;
  }

  /**
   * @param rotations the station's {@code ConnectorPhaseRotation}, such as {@code 0.RST,1.STR}; null if it has none
   */
  static PhaseOrder of(int connector, Wiring wiring, @Nullable String rotations) {
    if (wiring.phases() > 1 && rotations != null && named(rotations, connector)) {
      return AS_REPORTED;
    }
    int[] supply = {-1, -1, -1};
    for (int conductor = 1; conductor <= wiring.phases(); conductor++) {
      supply[conductor - 1] = wiring.supplyPhase(conductor) - 1;
    }
    return new PhaseOrder(supply);
  }

  private static boolean named(String rotations, int connector) {
    for (String part : rotations.split(",", -1)) {
      int dot = part.indexOf('.');
      if (dot > 0 && part.substring(0, dot).strip().equals(Integer.toString(connector))) {
        return switch (part.substring(dot + 1).strip().toUpperCase(Locale.ROOT)) {
          case "RST", "RTS", "SRT", "STR", "TRS", "TSR" -> true;
          default -> false;
        };
      }
    }
    return false;
  }

  /** The supply phase (0…2) of the current reported for phase 1, 2 or 3; −1 if the connector has no such conductor. */
  int supply(int reported) {
    return supply[reported - 1];
  }
}
