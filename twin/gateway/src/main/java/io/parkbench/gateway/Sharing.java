package io.parkbench.gateway;

import io.parkbench.gateway.allocation.Allocator;
import io.parkbench.gateway.allocation.Demand;
import io.parkbench.gateway.allocation.Limits;
import io.parkbench.gateway.allocation.Rotation;
import io.parkbench.gateway.allocation.Rule;
import io.parkbench.gateway.allocation.ShedBy;
import io.parkbench.gateway.allocation.Topology;
import io.parkbench.gateway.lease.Setpoint;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.Settings;
import io.parkbench.kernel.Micros;

/**
 * One decision: lays limits and sessions out for the allocation and takes its result over, each setpoint with its reason.
 * Sessions that cannot be steered now keep what they hold, and the others share the rest.
 */
final class Sharing {
  /** Hears of each setpoint whose value or cause has changed. */
  @FunctionalInterface
  interface Decided {
    void decided(Session session);
  }

  private final ZoneLimits zones;
  private final Sessions sessions;
  private final Limits limits;
  private final Demand demand;
  private final Allocator allocator;
  private final Rotation rotation;
  private final double[] heldW;

  /**
   * @param points the most charging points there will be
   */
  Sharing(ZoneLimits zones, Sessions sessions, Settings settings, int points) {
    this.zones = zones;
    this.sessions = sessions;
    int[] parents = new int[zones.count()];
    for (int zone = 0; zone < parents.length; zone++) {
      parents[zone] = zones.parent(zone);
    }
    Topology topology = new Topology(parents);
    limits = new Limits(topology);
    demand = new Demand(points);
    allocator = new Allocator(topology, points);
    ShedBy by = switch (settings.shedPriority()) {
      case ENERGY -> ShedBy.ENERGY;
      case DURATION -> ShedBy.DURATION;
    };
    rotation = new Rotation(allocator, by, Micros.of(settings.shedReview()));
    heldW = new double[zones.count()];
  }

  /** When {@link #decide} is due even if nothing has changed, µs; {@link Rotation#NEVER} while nobody is suspended. */
  long nextWakeAt() {
    return rotation.nextWakeAt();
  }

  void decide(long now, Decided decided) {
    layOutLimits();
    for (int slot = 0; slot < demand.slots(); slot++) {
      Session session = sessions.at(slot);
      if (session == null || !asks(session, now)) {
        demand.remove(slot);
      } else {
        demand.put(
            slot, session.point().zone(), session.phases(), session.volts(), session.floorDa(), session.maximumDa());
        demand.rank(slot, session.vip(), session.priorityClass());
        demand.history(
            slot, Math.round(session.energyWh()), session.chargedMicros(now) / Micros.SECOND, session.start().at());
      }
    }
    rotation.share(now, limits, demand);
    for (int slot = 0; slot < demand.slots(); slot++) {
      Session session = sessions.at(slot);
      if (session != null && takeOver(session, now)) {
        decided.decided(session);
      }
    }
  }

  private static boolean asks(Session session, long now) {
    return session.setpoint().steerable() && session.entitlement().accepted() && session.start().servedFrom() <= now;
  }

  /** The limits in force, less what is held by sessions that cannot be steered. */
  private void layOutLimits() {
    for (int zone = 0; zone < zones.count(); zone++) {
      for (int phase = 0; phase < 3; phase++) {
        limits.current(zone, phase + 1, zones.limitDa(zone, phase));
      }
      heldW[zone] = 0;
    }
    for (int slot = 0; slot < demand.slots(); slot++) {
      Session session = sessions.at(slot);
      if (session != null && !session.setpoint().steerable()) {
        hold(session.setpoint());
      }
    }
    for (int zone = 0; zone < zones.count(); zone++) {
      double limitW = zones.limitW(zone);
      limits.power(
          zone, limitW == Double.POSITIVE_INFINITY ? Limits.UNLIMITED : (int) Math.floor(limitW - heldW[zone]));
    }
  }

  private void hold(Setpoint setpoint) {
    for (int zone = setpoint.zone(); zone >= 0; zone = zones.parent(zone)) {
      for (int phase = 1; phase <= 3; phase++) {
        if ((setpoint.phases() >> (phase - 1) & 1) != 0) {
          limits.current(zone, phase, limits.currentDa(zone, phase) - setpoint.heldDa());
        }
      }
      heldW[zone] += setpoint.heldDa() * setpoint.wattsPerDa();
    }
  }

  private boolean takeOver(Session session, long now) {
    int slot = session.point().order();
    Setpoint setpoint = session.setpoint();
    if (!setpoint.steerable()) {
      Reason.Rule rule = setpoint.refused() ? Reason.Rule.REFUSED : Reason.Rule.LOST;
      return decide(session, setpoint.heldDa(), rule, -1, 0, 0);
    }
    if (!session.entitlement().accepted()) {
      return decide(session, 0, Reason.Rule.UNAUTHORISED, -1, 0, 0);
    }
    if (session.start().servedFrom() > now) {
      return decide(session, 0, Reason.Rule.WAITING, -1, 0, 0);
    }
    Rule rule = allocator.rule(slot);
    int zone = allocator.zone(slot);
    int phase = Math.max(allocator.phase(slot), 0);
    Reason.Rule why = switch (rule) {
      case FULL -> session.released() ? Reason.Rule.PAUSED : session.vip() ? Reason.Rule.VIP : Reason.Rule.FULL;
      case SHARE -> session.vip() ? Reason.Rule.VIP : Reason.Rule.SHARE;
      case FLOOR -> session.vip() ? Reason.Rule.VIP : Reason.Rule.FLOOR;
      case SHED -> Reason.Rule.SHED;
    };
    return decide(session, allocator.setpointDa(slot), why, zone, phase, allocator.share(slot));
  }

  /** Gives the session its setpoint; false if neither value nor cause are new, when the words are left as they are. */
  private boolean decide(Session session, int da, Reason.Rule rule, int zone, int phase, double share) {
    String zoneId = zone < 0 ? null : zones.id(zone);
    Reason before = session.reason();
    if (session.setpoint().targetDa() == da && before.sameCause(rule, zoneId, phase)) {
      return false;
    }
    String zoneName = zone < 0 ? "" : zones.name(zone);
    session.decide(da, new Reason(rule, zoneId, phase, Words.why(session, rule, da, zoneName, phase, share)));
    return true;
  }
}
