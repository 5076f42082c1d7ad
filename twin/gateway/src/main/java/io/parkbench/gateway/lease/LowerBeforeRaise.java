package io.parkbench.gateway.lease;

import java.util.List;

/**
 * Orders what is said to the stations: cuts at once, raises when the room they need is proved free. Setpoints have no end yet;
 * the leases of R-LEASE take this class's place.
 */
public final class LowerBeforeRaise {
  /** Tells a station a value. The outcome comes back as one of the setpoint's own events. */
  @FunctionalInterface
  public interface Voice {
    void say(Setpoint setpoint, int da);
  }

  private final Ledger ledger;

  /** Keeps its sums in {@code ledger}, which afterwards shows what is held. */
  public LowerBeforeRaise(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Says whatever may be said now, in the order of the list within cuts and within raises. */
  public void speak(List<Setpoint> setpoints, Voice voice) {
    ledger.clear();
    for (Setpoint setpoint : setpoints) {
      ledger.enter(setpoint, setpoint.heldDa());
    }
    for (Setpoint setpoint : setpoints) {
      if (setpoint.due() && setpoint.targetDa() <= setpoint.heldDa()) {
        voice.say(setpoint, setpoint.targetDa());
      }
    }
    for (Setpoint setpoint : setpoints) {
      int raiseDa = setpoint.targetDa() - setpoint.heldDa();
      if (setpoint.due() && raiseDa > 0 && ledger.fits(setpoint, raiseDa)) {
        ledger.enter(setpoint, raiseDa);
        voice.say(setpoint, setpoint.targetDa());
      }
    }
  }
}
