package io.parkbench.gateway.session;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a session has its setpoint.
 *
 * @param zone the id of the zone that holds it back, or null
 * @param phase the supply phase (1…3) that is full there; 0 for its power, or where no zone binds
 * @param text one plain sentence
 */
public record Reason(Rule rule, @Nullable String zone, int phase, String text) {
  /** What decided. */
  public enum Rule {
    /** It has its maximum. */
    FULL,
    /** It has the same percentage of its maximum as the others in the full row. */
    SHARE,
    /** The percentage would lie under its floor, so it has the floor. */
    FLOOR,
    /** It is a VIP's and has all that the limits allow. */
    VIP,
    /** It is suspended: not even its floor fits. */
    SHED,
    /** Nothing has been decided yet: the session has just begun, or was handed in late. */
    WAITING,
    /** Its card may not charge here. */
    UNAUTHORISED,
    /** The car has suspended itself for long: it keeps its floor while nobody else needs the room. */
    PAUSED,
    /** The car draws nothing: its reserve is released to its floor. */
    IDLE,
    /** It was suspended and could go on, but pauses are not that short, or not that often. */
    RESTING,
    /** Another connector of its station is in use, and they exclude each other. */
    EXCLUDED,
    /** It drew more than its setpoint. */
    OVERDRAWN,
    /** The station did not agree to its setpoint, so it counts at its rating. */
    REFUSED,
    /** The station has not shown that it obeys, so it counts at its rating. */
    UNPROVED,
    /** The station has not answered, so it counts at what it may hold. */
    UNANSWERED,
    /** The station is lost, so it counts at its last setpoint. */
    LOST;

    /** How recordings and pages call it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it names this cause, whatever its words. */
  public boolean sameCause(Rule otherRule, @Nullable String otherZone, int otherPhase) {
    return rule == otherRule && phase == otherPhase && Objects.equals(zone, otherZone);
  }
}
