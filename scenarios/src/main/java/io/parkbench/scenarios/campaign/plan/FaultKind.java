package io.parkbench.scenarios.campaign.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can go wrong on the way between gateway and stations or meters, or with one as a whole (R-PLANT-3). */
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
  POWER_LOSS,
  /** Messages arrive twice; the amount is the probability. */
  DUPLICATE,
  /** Messages are altered so that they are no JSON any more; the amount is the probability. */
  CORRUPT,
  /** The station's clock jumps; the amount is by how much, in seconds, and may be negative. */
  CLOCK_JUMP,
  /** The station hangs, and its cars go on with what they had: its leases do not run out. */
  FREEZE,
  /** Connector 1 is wired otherwise than the site says. */
  WRONG_WIRING,
  /** A meter misleads. */
  METER_TRAP;

  /** How files and tables call it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the gateway owes while it lasts. */
  public Severity severity() {
    return switch (this) {
      case CUT, SILENCE, DROP, DELAY, HOLD, REBOOT, POWER_LOSS, DUPLICATE, CORRUPT, METER_TRAP -> Severity.STRICT;
      case CLOCK_JUMP -> Severity.GATED;
      case FREEZE, WRONG_WIRING -> Severity.BOUNDED;
    };
  }
}
