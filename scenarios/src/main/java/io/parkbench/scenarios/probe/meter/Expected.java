package io.parkbench.scenarios.probe.meter;

import java.util.List;

/**
 * What a person knows of the feeder while a meter is probed, from another instrument.
 *
 * @param amps of L1, L2 and L3, A, 0 or more; empty where nobody knows
 */
public record Expected(List<Double> amps) {
  public static final Expected NOTHING = new Expected(List.of());

  public Expected {
    amps = List.copyOf(amps);
    if (!amps.isEmpty() && (amps.size() != 3 || amps.stream().anyMatch(a -> !(a >= 0 && a < 100_000)))) {
      throw new IllegalArgumentException("the currents of L1, L2, L3 are three, of 0 A or more, such as 46,47,45; not " + amps);
    }
  }

  boolean hasAmps() {
    return !amps.isEmpty();
  }
}
