package io.parkbench.gateway;

import io.parkbench.gateway.allocation.Allocator;
import io.parkbench.gateway.allocation.DeadBand;
import io.parkbench.gateway.allocation.Demand;
import io.parkbench.gateway.allocation.Limits;
import io.parkbench.gateway.allocation.Rotation;
import io.parkbench.gateway.allocation.Rule;
import io.parkbench.gateway.allocation.ShedBy;
import io.parkbench.gateway.allocation.Topology;
import io.parkbench.gateway.lease.Leasehold;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.Settings;
import io.parkbench.kernel.Micros;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** How long a station that does not answer is told again what it was to have. */
  private static final long PATIENCE = Micros.MINUTE;

  private final ZoneLimits zones;
  private final Sessions sessions;
  private final Discipline discipline;
  private final List<ChargingPoint> points;
  private final Limits limits;
  private final Demand demand;
  private final Allocator allocator;
  private final Rotation rotation;
  private final DeadBand deadBand;
  private final int[] beforeDa;
  private final double[] heldW;
  private Standby standby;
  private int standbyOf;

  /**
   * @param charging all charging points by their order
   * @param points the most charging points there will be
   */
  Sharing(ZoneLimits zones, Sessions sessions, Settings settings, List<ChargingPoint> charging, int points, Discipline discipline) {
    this.discipline = discipline;
    this.zones = zones;
    this.sessions = sessions;
    this.points = charging;
    Topology topology = new Topology(zones.parents());
    limits = new Limits(topology);
    demand = new Demand(points);
    allocator = new Allocator(topology, points);
    ShedBy by = switch (settings.shedPriority()) {
      case ENERGY -> ShedBy.ENERGY;
      case DURATION -> ShedBy.DURATION;
    };
    rotation = new Rotation(allocator, by, Micros.of(settings.shedReview()));
    deadBand = new DeadBand(topology, settings.deadBandDa(), points);
    beforeDa = new int[points];
    heldW = new double[zones.rows()];
    standby = new Standby(zones, charging);
    standbyOf = charging.size();
  }

  /** When {@link #decide} is due even if nothing has changed, µs; {@link Rotation#NEVER} for never. */
  long nextWakeAt(long now) {
    long next = rotation.nextWakeAt();
    for (int slot = 0; slot < demand.slots(); slot++) {
      Session session = sessions.at(slot);
      if (session != null) {
        long rested = session.hygiene().restsUntil();
        long hungry = session.lease().connected() ? session.appetite().nextWakeAt() : Rotation.NEVER;
        next = Math.min(next, Math.min(hungry, rested > now ? rested : Rotation.NEVER));
        next = Math.min(next, session.lease().heldUntil(now));
      }
    }
    return next;
  }

  void decide(long now, Decided decided) {
    for (int slot = 0; slot < demand.slots(); slot++) {
      Session session = sessions.at(slot);
      if (session != null && session.lease().connected()) {
        session.appetite().wake(now, session.point().connector().maxDa());
      }
    }
    layOutLimits(now);
    for (int slot = 0; slot < demand.slots(); slot++) {
      Session session = sessions.at(slot);
      if (session == null || waits(session, now) != null || !session.isSteerable()) {
        demand.remove(slot);
      } else {
        demand.put(
            slot, session.point().zone(), session.phases(), session.volts(), session.floorDa(), session.maximumDa());
        demand.rank(slot, session.vip(), session.priorityClass());
        demand.history(
            slot, Math.round(session.energyWh()), session.chargedMicros(now) / Micros.SECOND, session.start().at());
        demand.shield(slot, session.hygiene().shielded(now));
      }
    }
    rotation.share(now, limits, demand);
    for (int slot = 0; slot < demand.slots(); slot++) {
      Session session = sessions.at(slot);
      beforeDa[slot] = session == null ? 0 : session.setpointDa();
    }
    deadBand.settle(limits, demand, allocator, beforeDa);
    for (int slot = 0; slot < demand.slots(); slot++) {
      Session session = sessions.at(slot);
      if (session != null && takeOver(session, now)) {
        decided.decided(session);
      }
    }
  }

  /** Why a session does not ask for current at all, or null if it does. */
  private Reason.@Nullable Rule waits(Session session, long now) {
    if (!session.entitlement().accepted()) {
      return Reason.Rule.UNAUTHORISED;
    }
    if (session.start().servedFrom() > now) {
      return Reason.Rule.WAITING;
    }
    if (excluded(session)) {
      return Reason.Rule.EXCLUDED;
    }
    return session.hygiene().restsUntil() > now && !session.vip() ? Reason.Rule.RESTING : null;
  }

  /** Whether an older session holds the one connector of its station that can be in use (R-ALLOC-16). */
  private boolean excluded(Session session) {
    ChargingPoint point = session.point();
    if (!point.station().oneAtATime()) {
      return false;
    }
    int first = point.order() - point.connector().number() + 1;
    for (int order = first; order < first + point.station().connectors().size(); order++) {
      Session other = sessions.at(order);
      if (other != null && other.transactionId() < session.transactionId()) {
        return true;
      }
    }
    return false;
  }

  /** The limits in force, less what is held by those that cannot be steered. */
  private void layOutLimits(long now) {
    if (standbyOf != points.size()) {
      standby = new Standby(zones, points);
      standbyOf = points.size();
    }
    for (int zone = 0; zone < zones.rows(); zone++) {
      for (int phase = 0; phase < 3; phase++) {
        limits.current(zone, phase + 1, zones.roomDa(zone, phase, standby.da(zone)));
      }
      heldW[zone] = 0;
    }
    for (ChargingPoint point : points) {
      Session session = sessions.at(point);
      if (session == null || !session.isSteerable()) {
        hold(point, point.lease().heldDa(now));
      }
    }
    for (int zone = 0; zone < zones.rows(); zone++) {
      double roomW = zones.roomW(zone, standby.va(zone));
      limits.power(zone, roomW == Double.POSITIVE_INFINITY ? Limits.UNLIMITED : (int) Math.floor(roomW - heldW[zone]));
    }
  }

  private void hold(ChargingPoint point, int da) {
    if (da == 0) {
      return;
    }
    int phases = point.lease().phases();
    double watts = da / 10.0 * point.lease().voltsPerPhase() * Integer.bitCount(phases);
    for (int zone = point.zone(); zone >= 0; zone = zones.parent(zone)) {
      for (int phase = 1; phase <= 3; phase++) {
        if ((phases >> (phase - 1) & 1) != 0 && limits.currentDa(zone, phase) != Limits.UNLIMITED) {
          limits.current(zone, phase, limits.currentDa(zone, phase) - da);
        }
      }
      heldW[zone] += watts;
    }
  }

  /**
   * What a session may be told that counts at its rating anyway: its maximum where the rating fits beside what the others hold; else its
   * floor if that fits, but nothing once it has been seen not to obey.
   */
  private int untrustedDa(Session session, long now) {
    int countedDa = session.lease().peakDa(now);
    int roomDa = roomDa(session, now);
    if (roomDa >= countedDa) {
      return session.maximumDa();
    }
    return roomDa >= session.floorDa() && !discipline.isFound(session.point()) ? session.floorDa() : 0;
  }

  /** What the others and the limits leave to a session that is laid out with what it holds: no more than that. */
  private int roomDa(Session session, long now) {
    Leasehold lease = session.lease();
    int countedDa = lease.peakDa(now);
    double wattsPerDa = lease.voltsPerPhase() * Integer.bitCount(lease.phases()) / 10.0;
    int roomDa = countedDa;
    for (int zone = session.point().zone(); zone >= 0; zone = zones.parent(zone)) {
      for (int phase = 1; phase <= 3; phase++) {
        int leftDa = limits.currentDa(zone, phase);
        if ((lease.phases() >> (phase - 1) & 1) != 0 && leftDa != Limits.UNLIMITED) {
          roomDa = Math.min(roomDa, countedDa + leftDa);
        }
      }
      if (limits.powerW(zone) != Limits.UNLIMITED) {
        roomDa = Math.min(roomDa, countedDa + (int) Math.floor(limits.powerW(zone) / wattsPerDa));
      }
    }
    return roomDa;
  }

  /**
   * What it was to have is said again, or less where a limit has fallen below all that is held; after a while no more than it may fall
   * back to, so that the others have the rest in time.
   */
  private int unansweredDa(Session session, long now) {
    int da = now - session.silentSince() < PATIENCE
        ? session.setpointDa() : Math.min(session.setpointDa(), session.lease().degradedDa());
    int roomDa = roomDa(session, now);
    return da <= roomDa ? da : roomDa >= session.floorDa() ? roomDa : 0;
  }

  private boolean takeOver(Session session, long now) {
    int slot = session.point().order();
    Leasehold lease = session.lease();
    if (!lease.connected()) {
      return decide(session, lease.heldDa(now), Reason.Rule.LOST, -1, 0, 0);
    }
    Reason.Rule waits = waits(session, now);
    if (waits != null) {
      return decide(session, 0, waits, -1, 0, 0);
    }
    if (discipline.isCut(session.point())) {
      return decide(session, 0, Reason.Rule.OVERDRAWN, -1, 0, 0);
    }
    if (!lease.isProved()) {
      Reason.Rule rule = session.refused() ? Reason.Rule.REFUSED : Reason.Rule.UNPROVED;
      return decide(session, untrustedDa(session, now), rule, -1, 0, 0);
    }
    if (session.isSilent()) {
      return decide(session, unansweredDa(session, now), Reason.Rule.UNANSWERED, -1, 0, 0);
    }
    Rule rule = allocator.rule(slot);
    if (rule == Rule.SHED && !session.appetite().released()) {
      session.hygiene().paused(now);
    }
    int zone = allocator.zone(slot);
    int phase = Math.max(allocator.phase(slot), 0);
    Reason.Rule why = switch (rule) {
      case FULL -> full(session);
      case SHARE -> session.vip() ? Reason.Rule.VIP : Reason.Rule.SHARE;
      case FLOOR -> session.vip() ? Reason.Rule.VIP : Reason.Rule.FLOOR;
      case SHED -> Reason.Rule.SHED;
    };
    return decide(session, deadBand.setpointDa(slot), why, zone, phase, allocator.share(slot));
  }

  private static Reason.Rule full(Session session) {
    if (session.appetite().last()) {
      return Reason.Rule.PAUSED;
    }
    if (session.appetite().released()) {
      return Reason.Rule.IDLE;
    }
    return session.vip() ? Reason.Rule.VIP : Reason.Rule.FULL;
  }

  /** Gives the session its setpoint; false if neither value nor cause are new, when the words are left as they are. */
  private boolean decide(Session session, int da, Reason.Rule rule, int zone, int phase, double share) {
    String zoneId = zone < 0 ? null : zones.id(zone);
    Reason before = session.reason();
    session.lease().wish(da, session.floorDa());
    session.lease().patient(session.appetite().released());
    if (session.setpointDa() == da && before.sameCause(rule, zoneId, phase)) {
      return false;
    }
    String zoneName = zone < 0 ? "" : zones.name(zone);
    session.decide(da, new Reason(rule, zoneId, phase, Words.why(session, rule, da, zoneName, phase, share)));
    return true;
  }
}
