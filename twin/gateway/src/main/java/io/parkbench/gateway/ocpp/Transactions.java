package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.limits.TariffClock;
import io.parkbench.gateway.session.Access;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.EnergyByPeriod;
import io.parkbench.gateway.session.Entitlement;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.StationModel;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.IdTagInfo;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import io.parkbench.protocol.ocpp.StopTransaction;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns what one station tells of its transactions, meters and connectors into the life of sessions. */
final class Transactions {
  /** A car that left without a StopTransaction is let go after this time, in which a late one may still come. */
  private static final long GONE_GRACE = Micros.MINUTE;

  private static final double IMPOSSIBLE = 1.5;

  private final Loop loop;
  private final Site site;
  private final Sessions sessions;
  private final Access access;
  private final StationListener listener;
  private final ChargePoint peer;
  private final Station station;
  private final Supplier<TariffClock> tariffs;
  private final MeterReading reading = new MeterReading();

  Transactions(
      Loop loop,
      Site site,
      Sessions sessions,
      Access access,
      StationListener listener,
      ChargePoint peer,
      Station station,
      Supplier<TariffClock> tariffs) {
    this.tariffs = tariffs;
    this.loop = loop;
    this.site = site;
    this.sessions = sessions;
    this.access = access;
    this.listener = listener;
    this.peer = peer;
    this.station = station;
  }

  /**
   * Answers an Authorize, which does not say where its car is: whether a session may start at any connector that is free. Where that
   * hangs on what the station is being asked, the answer waits for it (R-LEASE-2).
   */
  void authorize(String idTag, Consumer<IdTagInfo> answer) {
    List<ChargingPoint> free = peer.points().stream().filter(point -> sessions.at(point) == null).toList();
    ChargingPoint fit = free.stream().filter(point -> point.lease().isProved()).findFirst()
        .or(() -> free.stream().filter(listener::affords).findFirst())
        .orElse(null);
    if (free.isEmpty() || fit != null) {
      IdTagInfo info = info(idTag);
      if (fit != null && !fit.lease().isProved() && info.status() == AuthorizationStatus.Accepted) {
        listener.admitted(fit);
      }
      answer.accept(info);
    } else if (free.stream().anyMatch(peer::isBeingAsked)) {
      peer.whenLearnt(() -> authorize(idTag, answer));
    } else {
      answer.accept(refusedUnproved());
    }
  }

  /** One that has not shown that it obeys may only start where its rating fits (R-LEASE-4). */
  private boolean mayStart(ChargingPoint point) {
    return point.lease().isProved() || listener.affords(point);
  }

  private IdTagInfo refusedUnproved() {
    peer.notice("has not shown that it obeys, and its rating does not fit beside what the others hold: nobody is authorised");
    return IdTagInfo.of(AuthorizationStatus.Blocked);
  }

  /** What a card may do here. */
  IdTagInfo info(String idTag) {
    return IdTagInfo.of(
        switch (access.ask(station, idTag).verdict()) {
          case ACCEPTED -> AuthorizationStatus.Accepted;
          case BLOCKED -> AuthorizationStatus.Blocked;
          case INVALID -> AuthorizationStatus.Invalid;
        });
  }

  /** A transaction began: opens a session for it, unless it is one told of before. */
  StartTransaction.Conf started(StartTransaction.Req start) {
    ChargingPoint point = peer.point(start.connectorId());
    if (point == null) {
      peer.notice("started a transaction on connector " + start.connectorId() + ", which the site does not know");
      return new StartTransaction.Conf(IdTagInfo.of(AuthorizationStatus.Invalid), sessions.nextTransaction());
    }
    peer.stamped(Micros.of(start.timestamp()));
    Session.Start began = new Session.Start(loop.now(), Micros.of(start.timestamp()), start.meterStart());
    Session open = sessions.at(point);
    if (open != null && open.beganWith(start.idTag(), began)) {
      return new StartTransaction.Conf(info(start.idTag()), open.transactionId());
    }
    if (open != null) {
      peer.notice(open + " ended without a StopTransaction: another has begun there");
      end(open);
    }
    // one that is still being asked is not turned away for that: it charges already, and counts at its rating meanwhile
    boolean may = mayStart(point) || peer.isBeingAsked(point);
    Entitlement entitlement = access.ask(station, start.idTag());
    if (!may && entitlement.accepted()) {
      entitlement = new Entitlement(Entitlement.Verdict.BLOCKED, entitlement.vip(), entitlement.priority());
    }
    Session session = new Session(
        site, sessions.nextTransaction(), point, start.idTag(), entitlement, began,
        new EnergyByPeriod(tariffs, peer.instant(start.timestamp())));
    sessions.open(session);
    point.lease().begun(loop.now());
    listener.started(session);
    if (began.servedFrom() > loop.now()) {
      loop.at(began.servedFrom(), listener::demandChanged);
    }
    return new StartTransaction.Conf(may ? info(start.idTag()) : refusedUnproved(), session.transactionId());
  }

  /** A transaction ended; one that was never given (−1 among them) is answered like any other (errata 3.18). */
  StopTransaction.Conf stopped(StopTransaction.Req stop) {
    String idTag = stop.idTag();
    StopTransaction.Conf conf = new StopTransaction.Conf(idTag == null ? null : info(idTag));
    peer.stamped(Micros.of(stop.timestamp()));
    Session session = sessions.transaction(stop.transactionId());
    if (session == null || !session.point().station().id().equals(station.id())) {
      if (!sessions.given(stop.transactionId())) {
        peer.notice("stopped transaction " + stop.transactionId() + ", which it was never given");
      }
      return conf;
    }
    session.metered(stop.meterStop(), loop.now(), Micros.of(stop.timestamp()), peer.instant(stop.timestamp()));
    end(session);
    return conf;
  }

  private void end(Session session) {
    sessions.end(session, loop.now());
    if (session.profileTransactionId() == null) {
      session.lease().endedWithoutId(loop.now());
    } else {
      session.lease().ended();
    }
    peer.ended(session.point());
    listener.ended(session);
  }

  /** Takes in what a session's meter shows. */
  void metered(MeterValues.Req values) {
    ChargingPoint point = peer.point(values.connectorId());
    Session session = point == null ? null : sessions.at(point);
    Integer transaction = values.transactionId();
    if (point == null || (session != null && transaction != null && isAnother(transaction, session))) {
      return;
    }
    if (session == null) {
      meteredIdle(point, values);
      return;
    }
    for (MeterValue value : values.meterValue()) {
      long taken = peer.taken(point, value);
      read(point, value);
      if (!Double.isNaN(reading.registerWh())
          && !session.metered(
              reading.registerWh(), loop.now(), Micros.of(value.timestamp()), peer.instant(value.timestamp()))) {
        continue;
      }
      if (reading.hasAmps() && isPlausible(point) && peer.isFresh(value)) {
        drew(session, taken);
      }
    }
  }

  private void read(ChargingPoint point, MeterValue value) {
    if (point.connector().dc()) {
      StationModel model = station.model();
      reading.readDc(value, peer.phaseOrder(point), model.supply(), model.countedVoltage(site.nominalVoltage()));
    } else {
      reading.read(value, peer.phaseOrder(point));
    }
  }

  /** Without a session nothing should flow. */
  private void meteredIdle(ChargingPoint point, MeterValues.Req values) {
    for (MeterValue value : values.meterValue()) {
      long taken = peer.taken(point, value);
      read(point, value);
      if (reading.hasAmps() && isPlausible(point) && peer.isFresh(value)) {
        double[] amps = reading.supplyAmps();
        listener.sampled(point, Math.max(amps[0], Math.max(amps[1], amps[2])), taken);
      }
    }
  }

  /** Whether the currents can be: more than {@link #IMPOSSIBLE} times the rating is another unit's number. */
  private boolean isPlausible(ChargingPoint point) {
    double mostA = point.connector().maxDa() / 10.0 * IMPOSSIBLE;
    double[] amps = reading.supplyAmps();
    return amps[0] <= mostA && amps[1] <= mostA && amps[2] <= mostA;
  }

  private void drew(Session session, long taken) {
    double[] amps = reading.supplyAmps();
    double most = Math.max(amps[0], Math.max(amps[1], amps[2]));
    boolean changed = session.drew(loop.now(), amps);
    listener.sampled(session.point(), most, taken);
    if (changed) {
      listener.demandChanged();
    }
  }

  /** Whether the id is that of another session; one that was never given is a station's mistake and passed over. */
  private boolean isAnother(int transaction, Session session) {
    return transaction != session.transactionId() && sessions.given(transaction);
  }

  /** Takes in what a connector's status says of its car. */
  void status(StatusNotification.Req status) {
    peer.status(status.connectorId(), status.status());
    if (status.timestamp() != null) {
      peer.stamped(Micros.of(status.timestamp()));
    }
    ChargingPoint point = peer.point(status.connectorId());
    Session session = point == null ? null : sessions.at(point);
    if (point == null || session == null) {
      return;
    }
    switch (status.status()) {
      case SuspendedEV -> {
        session.appetite().suspended(loop.now());
        listener.demandChanged();
      }
      case Charging -> {
        if (session.charges(loop.now())) {
          listener.demandChanged();
        }
      }
      case Available -> loop.after(GONE_GRACE, () -> letGoIfStillAvailable(session));
      case Preparing, SuspendedEVSE, Finishing, Reserved, Unavailable, Faulted -> {}
    }
  }

  private void letGoIfStillAvailable(Session session) {
    if (sessions.at(session.point()) == session
        && peer.status(session.point().connector().number()) == ChargePointStatus.Available) {
      peer.notice(session + " ended without a StopTransaction: its connector is available");
      end(session);
    }
  }
}
