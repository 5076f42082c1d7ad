package io.parkbench.gateway;

import io.parkbench.gateway.lease.HoldReason;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.session.Session;
import org.jspecify.annotations.Nullable;

/** Says in one plain sentence why a session has its setpoint. */
final class Words {
  private Words() {}

  /**
   * @param da the setpoint, 0.1 A
   * @param zone the name of the zone whose row is full; empty where none is
   * @param phase that row's supply phase, 0 for its power
   * @param share the fraction of their maximum that the sessions of that row have
   */
  static String why(Session session, Reason.Rule rule, int da, String zone, int phase, double share) {
    String row = phase == 0 ? "The power limit of " + zone : "Phase " + phase + " of " + zone;
    String floor = amps(session.floorDa());
    return switch (rule) {
      case FULL -> "It has its maximum, " + amps(da) + ".";
      case SHARE -> row + " is full: each session there has " + percent(share) + " of its maximum.";
      case FLOOR ->
          row + " is full: " + percent(share) + " of its maximum would be under its floor, so it has the floor, " + floor + ".";
      case VIP ->
          zone.isEmpty() ? "A VIP's: it has its maximum, " + amps(da) + "." : row + " is full: VIPs share all of it.";
      case SHED -> row + " has no room for its floor, " + floor + ", after those that come before it in the suspension order.";
      case WAITING -> "Its station handed the session in late: it may be over already, so its end is waited for a little.";
      case UNAUTHORISED -> "The card " + session.idTag() + " may not charge here.";
      case PAUSED -> "The car has paused of itself for long: it keeps its floor, " + amps(da) + ", while there is room.";
      case IDLE -> "The car draws nothing: its reserve is released, it keeps its floor, " + amps(da) + ".";
      case RESTING -> "It was suspended and rests a little: pauses are not that short, or not that often.";
      case EXCLUDED -> "Another connector of its station is in use, and only one can be at a time.";
      case OVERDRAWN -> "It draws more than its setpoint, so it is cut off and counts at its rating.";
      case REFUSED -> "The station has not agreed to its setpoint, so it counts at its rating.";
      case UNPROVED -> "The station has not shown yet that it obeys, so it counts at its rating.";
      case UNANSWERED -> "The station has not answered its last setpoint, so it counts at the most it may hold.";
      case LOST -> "The station is lost, so it counts at " + amps(da) + ", the most it may be left with.";
    };
  }

  /** Why a session is held back, and by which connector, if by one. */
  static String held(HoldReason reason, @Nullable String by) {
    return "It " + reason.words() + (by == null ? "" : " " + by) + ".";
  }

  /** An amperage with one decimal. */
  static String amps(int da) {
    return da / 10 + "." + da % 10 + " A";
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
