package io.parkbench.gateway;

import io.parkbench.gateway.lease.Fallback;
import io.parkbench.gateway.lease.HardLimits;
import io.parkbench.gateway.lease.Hold;
import io.parkbench.gateway.lease.Lease;
import io.parkbench.gateway.lease.LeaseBook;
import io.parkbench.gateway.lease.LeaseEffects;
import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.lease.Leasehold;
import io.parkbench.gateway.limits.Ceilings;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.ocpp.CentralSystem;
import io.parkbench.gateway.ocpp.ChargePoint;
import io.parkbench.gateway.ocpp.Outcome;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.WakeUp;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import java.util.List;

/** Tells the stations their sessions' leases as the book of leases has it, and takes their answers in. */
final class Leasing implements LeaseEffects {
  private static final Fallback NOTHING = Fallback.always(0);

  private final Loop loop;
  private final Sessions sessions;
  private final CentralSystem stations;
  private final Site site;
  private final ZoneLimits zones;
  private final Ceilings ceilings;
  private final HardLimits limits;
  private final LeasePolicy policy;
  private final Runnable changed;
  private final Runnable demandChanged;
  private List<ChargingPoint> points = List.of();
  private List<Fallback> degraded = List.of();
  private long degradedAt;
  private Standby standby;
  private LeaseBook book;
  private final WakeUp wakeUp;

  /**
   * @param changed called when more may be said
   * @param demandChanged called when what others may share has changed
   */
  Leasing(
      Loop loop,
      Sessions sessions,
      CentralSystem stations,
      Site site,
      ZoneLimits zones,
      Ceilings ceilings,
      LeasePolicy policy,
      Runnable changed,
      Runnable demandChanged) {
    this.policy = policy;
    this.loop = loop;
    wakeUp = new WakeUp(loop, this::wake);
    this.sessions = sessions;
    this.stations = stations;
    this.site = site;
    this.zones = zones;
    this.ceilings = ceilings;
    this.changed = changed;
    this.demandChanged = demandChanged;
    limits = new HardLimits(zones.parents());
    standby = new Standby(zones, points);
    book = new LeaseBook(List.of(), limits, policy);
  }

  /** Takes in that limits, sessions or stations are others than before. */
  void takeIn() {
    takeInPoints();
    layOutLimits();
    degrade();
  }

  /** Limits are others than before, be it only soft ones: what lies in the stations for a loss is computed anew (R-DEG-9). */
  void limitsChanged() {
    degraded = List.of();
  }

  /** Says what may be said now; afterwards the book shows what is held. */
  void speak() {
    book.step(loop.now(), this);
    wakeUp.move(book.nextWakeAt(loop.now()));
  }

  void close() {
    wakeUp.cancel();
  }

  /** The worst-case sums now, four for each row: by phase in 0.1 A, then the power in 0.1 W. */
  int[] reserved() {
    return book.reserved(loop.now());
  }

  /** Whether the connector's rating fits beside what the others hold, now and later. */
  boolean affords(ChargingPoint point) {
    takeInPoints();
    return book.admitsBase(point.lease(), point.connector().maxDa(), loop.now());
  }

  /** Tells what holds each session back, if anything. */
  void tell(Chronicle chronicle) {
    for (int order = 0; order < points.size(); order++) {
      Hold hold = points.get(order).lease().hold();
      Session session = chronicle.isNew(order, hold) ? sessions.at(order) : null;
      if (session != null) {
        chronicle.held(session);
      }
    }
  }

  private void layOutLimits() {
    int before = limits.changes();
    for (int row = 0; row < zones.rows(); row++) {
      for (int phase = 0; phase < 3; phase++) {
        limits.current(row, phase, zones.hardRoomDa(row, phase, standby.da(row)));
      }
      double watts = zones.hardRoomW(row, standby.va(row));
      limits.power(row, watts == Double.POSITIVE_INFINITY ? HardLimits.UNLIMITED : (int) watts);
    }
    if (limits.changes() != before) {
      degraded = List.of();
    }
  }

  /** Strangers may have been taken in since the last time. */
  private void takeInPoints() {
    if (stations.points().size() != points.size()) {
      points = List.copyOf(stations.points());
      degraded = List.of();
      standby = new Standby(zones, points);
      book = new LeaseBook(points.stream().map(ChargingPoint::lease).toList(), limits, policy);
    }
  }

  /** Values for a loss lie in the stations before it, and are told anew when they have changed (R-DEG-1, 9). */
  private void degrade() {
    long now = loop.now();
    if (degraded.size() != points.size() || now >= degradedAt) {
      degraded = Degraded.of(site, zones, ceilings, points, standby, now);
      degradedAt = ceilings.nextKnown(now);
    }
    for (int order = 0; order < degraded.size(); order++) {
      Session session = sessions.at(order);
      if (session != null) {
        session.lease().degraded(session.entitlement().accepted() ? degraded.get(order) : NOTHING, now);
      }
    }
  }

  private void wake() {
    if (anyUnreachable()) {
      // what they hold may have run out, and the others share it
      demandChanged.run();
    } else {
      changed.run();
    }
  }

  private boolean anyUnreachable() {
    for (ChargingPoint point : points) {
      Session session = sessions.at(point);
      if (session != null && (!session.lease().connected() || session.isSilent())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void say(Leasehold to, Lease lease, boolean fallsBack) {
    Session session = sessions.at(to.order());
    if (session == null) {
      throw new IllegalStateException("no session at connector " + to.order());
    }
    stations
        .of(session)
        .say(session, lease, fallsBack, Outcome.of(conf -> {
          if (isOpen(session)) {
            heard(session, conf);
          }
        }, failure -> {
          if (isOpen(session)) {
            failed(session, failure);
          }
        }));
  }

  @SuppressWarnings("ReferenceEquality") // another session may be open at the same point
  private boolean isOpen(Session session) {
    return sessions.at(session.point()) == session;
  }

  private void heard(Session session, SetChargingProfile.Conf conf) {
    if (conf.status() != ChargingProfileStatus.Accepted) {
      refused(session);
      return;
    }
    boolean first = !session.compared();
    boolean silent = session.isSilent();
    session.lease().accepted(loop.now());
    session.answered();
    Lease lease = session.lease().confirmed();
    if (lease != null) {
      session.agreed(loop.now(), lease.valueDa());
      if (first) {
        session.comparing(true);
        stations.of(session).compare(session, lease);
      }
    }
    if (silent) {
      demandChanged.run();
    } else if (book.letsMoreBeSaid(session.lease(), loop.now())) {
      changed.run();
    } else {
      wakeUp.move(Math.min(wakeUp.instant(), book.nextWakeAt(session.lease(), loop.now())));
    }
  }

  private void refused(Session session) {
    session.lease().refused(loop.now());
    session.refused(true);
    session.profileRefused();
    session.comparing(false);
    stations.of(session).refusedLease();
    demandChanged.run();
  }

  /** Until it answers again, the others make up for what it may hold. */
  private void unanswered(Session session) {
    session.lease().timedOut(loop.now());
    session.unanswered(loop.now());
    demandChanged.run();
  }

  private void failed(Session session, Failure failure) {
    switch (failure) {
      case Failure.Refused refused -> refused(session);
      case Failure.BadAnswer bad -> unanswered(session);
      case Failure.TimedOut silent -> unanswered(session);
      // the loss of the link has told the lease already
      case Failure.LinkClosed closed -> {}
    }
    changed.run();
  }

  @Override
  public void askSample(Leasehold from) {
    ChargingPoint point = points.get(from.order());
    ChargePoint station = stations.of(point);
    if (station.connected()) {
      station.askSample(point);
    }
  }
}
