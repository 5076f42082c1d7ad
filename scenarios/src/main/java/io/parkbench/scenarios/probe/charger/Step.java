package io.parkbench.scenarios.probe.charger;

/**
 * A part of a schedule.
 *
 * @param after µs from now; the first one begins at once
 * @param amps per phase, 0 or more
 */
record Step(long after, double amps) {
  static Step now(double amps) {
    return new Step(0, amps);
  }
}
