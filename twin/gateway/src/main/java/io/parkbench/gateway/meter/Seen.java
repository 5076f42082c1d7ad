package io.parkbench.gateway.meter;

import org.jspecify.annotations.Nullable;

/** What a listener has seen of a meter. */
final class Seen {
  private final Metering metering;
  private final double[] amps = {Double.NaN, Double.NaN, Double.NaN};
  private Metering.@Nullable State state;
  private boolean trusted;
  private boolean missing;
  private boolean lost;

  Seen(Metering metering) {
    this.metering = metering;
  }

  /** Whether it now shows something else; that is seen from now on. */
  boolean changed() {
    boolean same = state == metering.state() && trusted == metering.trusted() && missing == metering.missing()
        && lost == metering.lost();
    for (int phase = 0; phase < 3; phase++) {
      double present = metering.amps(phase + 1);
      same &= Double.compare(present, amps[phase]) == 0;
      amps[phase] = present;
    }
    state = metering.state();
    trusted = metering.trusted();
    missing = metering.missing();
    lost = metering.lost();
    return !same;
  }
}
