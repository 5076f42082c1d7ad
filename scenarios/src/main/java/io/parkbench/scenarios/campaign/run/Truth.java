package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.world.Plant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Holds the reason that the gateway gives for a session's setpoint against what the simulated site knows to be so. */
final class Truth {
  /** A car that draws this much is charging, A. */
  private static final double DRAWS_A = 1;
  /** Rounding of each setpoint, and the dead band of a raise, 0.1 A. */
  private static final int SLACK_DA = 6;

  private final Site site;
  private final Plant plant;
  private final Zones zones;
  private final Excuses excuses;
  private final Alarms alarms;

  /**
   * @param plant the simulated site
   * @param excuses the stations that are not judged
   * @param alarms the connectors that were found to draw too much
   */
  Truth(Site site, Plant plant, Zones zones, Excuses excuses, Alarms alarms) {
    this.site = site;
    this.plant = plant;
    this.zones = zones;
    this.excuses = excuses;
    this.alarms = alarms;
  }

  /** What is wrong with how the car at a connector is served, in one sentence; null: it has its share, or a true reason. */
  @Nullable
  String complaint(GatewayView view, ChargePoint station, int connector, Car car) {
    if (excuses.covers(station.identity())) {
      return null;
    }
    String name = station.identity() + "/" + connector;
    if (!station.isOnline()) {
      return name + " is still not connected";
    }
    GatewayView.Session session = view.session(station.identity(), connector);
    // one that followed a cut too late has ignored its limit once: it counts at its rating, or nobody is authorised (R-LEASE-4)
    boolean late = alarms.any(station.identity()) && excuses.isSlow(station.identity());
    if (session == null) {
      if (late && !station.isCharging(connector)) {
        return null;
      }
      if (station.isCharging(connector) && station.transactionId(connector) == null && station.queued() == 0) {
        return null; // the station gave up telling of its start, after all its attempts: nobody can serve what nobody knows
      }
      return station.isCharging(connector) ? name + " has a transaction that the gateway has no session for"
          : name + " has a car that wants energy and no session";
    }
    Reason.Rule rule = session.reason().rule();
    boolean unnamed = station.isCharging(connector) && station.transactionId(connector) == null;
    if (unnamed && rule == Reason.Rule.REFUSED) {
      return null; // the station gave up before it heard the transaction's id, and so takes no profile for it
    }
    // one that has not heard the id is steered by profiles that name none
    if (!unnamed && !Objects.equals(session.transactionId(), station.transactionId(connector))) {
      return name + " is in transaction " + station.transactionId(connector) + ", the gateway thinks " + session.transactionId();
    }
    String given = name + " has " + session.setpointDa() / 10.0 + " A (" + rule.word() + ")";
    if (session.setpointDa() > 0 && station.amps(connector) >= DRAWS_A) {
      return sharesTruly(view, session) ? null : given + " though " + session.reason().zone() + " L" + session.reason().phase()
          + " is not full";
    }
    return switch (rule) {
      case FULL, SHARE, FLOOR, VIP -> needsMore(station, connector, car, session) ? null
          : given + ", is offered " + station.offeredAmps(connector) + " A and draws nothing";
      case SHED -> isShedTruly(view, session) ? null : given + " though its floor fits";
      case RESTING -> null; // it was paused, and how often the gateway may do that is its own account
      case EXCLUDED -> othersOfItsStation(view, session) ? null : given + " though no other connector of its station is in use";
      case OVERDRAWN -> late ? null : given + " though it draws what it is offered";
      case PAUSED, IDLE -> needsMore(station, connector, car, session) ? null : given + " though its car would draw";
      case LOST -> given + " though its station is connected";
      case WAITING -> given + " and still waits";
      case UNAUTHORISED -> given + " though every card may charge here";
      case UNANSWERED -> given + " though its station answers";
      case REFUSED, UNPROVED -> late ? null : given + " though its station refuses nothing";
    };
  }

  private static boolean othersOfItsStation(GatewayView view, GatewayView.Session session) {
    return view.sessions().stream().filter(other -> other.station().equals(session.station())).count() > 1;
  }

  /** The car does not start at what it is offered, and that is what its setpoint comes to. */
  private static boolean needsMore(ChargePoint station, int connector, Car car, GatewayView.Session session) {
    return car.leastAmps() * 10 > session.setpointDa() && station.offeredAmps(connector) * 10 >= session.setpointDa() - 1;
  }

  private Connector connector(GatewayView.Session session) {
    Station station = Objects.requireNonNull(site.station(session.station()));
    return Objects.requireNonNull(station.connector(session.connector()));
  }

  /** Whether the row that is said to hold the session back is full. */
  private boolean sharesTruly(GatewayView view, GatewayView.Session session) {
    Reason reason = session.reason();
    String zone = reason.zone();
    boolean shares = reason.rule() == Reason.Rule.SHARE || reason.rule() == Reason.Rule.FLOOR;
    if (!shares || zone == null || view.zones().stream().noneMatch(z -> z.id().equals(zone))) {
      return true;
    }
    List<GatewayView.Session> all = view.sessions();
    ToIntFunction<GatewayView.Session> counts = s -> Math.max(s.setpointDa(), s.heldDa());
    GatewayView.Zone at = view.zone(zone);
    if (reason.phase() == 0) {
      Integer limitW = at.limits().limitW();
      return limitW == null || power(all, zone, counts) >= limitW - all.size() * SLACK_DA * volts() / 10 * 3;
    }
    return current(all, zone, reason.phase(), counts) >= at.limits().limitDa().da(reason.phase()) - all.size() * SLACK_DA;
  }

  /** Whether with the floors (or, of those who come first, the setpoints) of the others, its own does not fit somewhere. */
  private boolean isShedTruly(GatewayView view, GatewayView.Session shed) {
    List<GatewayView.Session> others = view.sessions().stream()
        .filter(other -> !other.equals(shed) && (other.setpointDa() > 0 || other.heldDa() > 0)).toList();
    ToIntFunction<GatewayView.Session> counts = other -> {
      Reason.Rule rule = other.reason().rule();
      boolean fixed = switch (rule) {
        case LOST, REFUSED, UNPROVED, UNANSWERED -> true;
        case FULL, SHARE, FLOOR, VIP, SHED, WAITING, UNAUTHORISED, PAUSED, IDLE, RESTING, EXCLUDED, OVERDRAWN -> false;
      };
      return fixed || comesBefore(other, shed) ? Math.max(other.setpointDa(), other.heldDa()) : floorDa(other);
    };
    for (String zone : zones.above(shed.station())) {
      GatewayView.Zone at = view.zone(zone);
      for (int phase : shed.phases()) {
        if (current(others, zone, phase, counts) + floorDa(shed) + standbyDa(zone) > at.limits().limitDa().da(phase)) {
          return true;
        }
      }
      Integer limitW = at.limits().limitW();
      double own = floorDa(shed) * volts() / 10 * shed.phases().size();
      if (limitW != null && power(others, zone, counts) + own > limitW) {
        return true;
      }
    }
    return false;
  }

  private static boolean comesBefore(GatewayView.Session other, GatewayView.Session shed) {
    return other.vip() != shed.vip() ? other.vip() : other.priority() > shed.priority();
  }

  /** From what current on the car there truly charges, or more where standard or socket ask for more. */
  private int floorDa(GatewayView.Session session) {
    Connector connector = connector(session);
    int floorDa = connector.dc() ? connector.floorDa() : site.floorDa(connector, session.phases().size());
    OptionalInt bay = plant.model().bay(session.station(), session.connector());
    Car car = bay.isPresent() ? plant.car(bay.getAsInt()) : null;
    int needsDa = car == null ? 0 : (int) Math.ceil(10 * car.leastAmps());
    return Math.min(connector.maxDa(), Math.max(floorDa, needsDa));
  }

  /** What the DC stations of a zone take beside charging, whoever is there. */
  private int standbyDa(String zone) {
    return site.stations().stream().filter(s -> zones.isUnder(s.id(), zone))
        .mapToInt(s -> s.model().supply().standbyDa(s.model().countedVoltage(volts()))).sum();
  }

  private int current(List<GatewayView.Session> sessions, String zone, int phase, ToIntFunction<GatewayView.Session> counts) {
    return sessions.stream().filter(s -> s.phases().contains(phase) && zones.isUnder(s.station(), zone)).mapToInt(counts).sum();
  }

  private double power(List<GatewayView.Session> sessions, String zone, ToIntFunction<GatewayView.Session> counts) {
    return sessions.stream().filter(s -> zones.isUnder(s.station(), zone))
        .mapToDouble(s -> counts.applyAsInt(s) * volts() / 10 * s.phases().size()).sum();
  }

  private double volts() {
    return site.nominalVoltage();
  }
}
