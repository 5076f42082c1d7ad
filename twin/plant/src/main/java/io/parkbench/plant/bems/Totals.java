package io.parkbench.plant.bems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SmartConnector's computed values of a connector, a station or a zone, with its odd arithmetic (R-PLANT-5, golden vector G10): sums go
 * conductor by conductor, as if every connector were wired alike, and a station's or zone's average is a sum of averages (T-07).
 *
 * @param rmsA conductor by conductor, A
 * @param averageA of a connector with three conductors their mean, of one with a single conductor the first (T-08); above that the sum
 * @param energyKwh sum of the last known {@code active_energy}
 * @param measured how many connectors have told a measurement
 */
public record Totals(
    Triple rmsA, Triple activeKw, double averageA, double setpointA, double setpointKw, double energyKwh, int connectors,
    int measured) {
  static final Totals NOTHING = new Totals(Triple.ZERO, Triple.ZERO, 0, 0, 0, 0, 0, 0);

  /** Of one connector; what it does not tell counts as 0. */
  static Totals of(SiteMap.Connector made, SiteStatus.@Nullable Connector told, double energyKwh) {
    if (told == null) {
      return new Totals(Triple.ZERO, Triple.ZERO, 0, 0, 0, energyKwh, 1, 0);
    }
    Triple rms = Triple.ZERO.plus(told.rmsA());
    return new Totals(
        rms, Triple.ZERO.plus(told.activeKw()), made.isMono() ? rms.one() : rms.sum() / 3, Triple.known(told.setpointA()),
        Triple.known(told.setpointKw()), energyKwh, 1, told.rmsA().isTold() || told.activeKw().isTold() ? 1 : 0);
  }

  static Totals sum(List<Totals> parts) {
    Totals sum = NOTHING;
    for (Totals part : parts) {
      sum = new Totals(
          sum.rmsA.plus(part.rmsA), sum.activeKw.plus(part.activeKw), sum.averageA + part.averageA,
          sum.setpointA + part.setpointA, sum.setpointKw + part.setpointKw, sum.energyKwh + part.energyKwh,
          sum.connectors + part.connectors, sum.measured + part.measured);
    }
    return sum;
  }

  /** kW over all conductors. */
  public double totalKw() {
    return activeKw.sum();
  }
}
