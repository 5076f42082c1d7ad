package io.parkbench.plant.meter;

/** What the current transformers of a meter see. */
public interface Feeder {
  /** The current of supply phase 1, 2 or 3 now, A; negative where power is exported. */
  double amps(int phase);

  /** The active power of supply phase 1, 2 or 3 now, W; negative where it is exported. */
  double watts(int phase);

  /**
   * The energy imported so far over all phases, Wh; never falls.
   *
   * @param at µs, from the latest change of the currents to now
   */
  double importedWh(long at);
}
