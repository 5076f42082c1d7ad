package io.parkbench.plant.bems;

import org.jspecify.annotations.Nullable;

/**
 * What the history holds of a zone or a station at a quarter of an hour.
 *
 * @param at µs since 1970
 * @param values null where the gateway could not be asked; its energy is that which the client last knew
 * @param energyKwh last known, summed
 * @param gap why something of it is no fresh value, or null
 */
public record Sample(long at, @Nullable Totals values, double energyKwh, @Nullable Gap gap) {
  /** Whether the gateway answered. */
  public boolean isHeard() {
    return values != null;
  }
}
