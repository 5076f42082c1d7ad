package io.parkbench.plant.load;

import io.parkbench.kernel.Chance;

/** What something on the site draws over time; immutable, so that the same load may be on several sites at once. */
public sealed interface Load permits Steps, DayProfile, Motor, Noise, ClearSky {
  /**
   * Begins to live.
   *
   * @param start µs since 1970; the spans of the load count from here
   * @param chance draws for this load alone
   */
  Course begin(long start, Chance chance);
}
