package io.parkbench.scenarios.campaign.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can go wrong on the way between gateway and stations, or with a station as a whole (R-PLANT-3). */
public enum FaultKind {
  /** The cable is out: links break at once and none can be made. */
  CUT,
  /** Half-open: nothing gets through and nobody is told. */
  SILENCE,
  /** Frames vanish; the amount is the probability, 0 to 1. */
  DROP,
  /** Frames take longer; the amount is the most, in seconds. */
  DELAY,
  /** Frames wait until the fault is over. */
  HOLD,
  /** The station's electronics restart, once, at the beginning. */
  REBOOT,
  /** The station has no mains. */
  POWER_LOSS;

  /** How files and tables call it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it acts on links, so that it has a direction or touches frames; else it acts on the station itself. */
  public boolean onLink() {
    return switch (this) {
      case CUT, SILENCE, DROP, DELAY, HOLD -> true;
      case REBOOT, POWER_LOSS -> false;
    };
  }
}
