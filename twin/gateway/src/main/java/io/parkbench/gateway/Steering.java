package io.parkbench.gateway;

import io.parkbench.gateway.lease.Ledger;
import io.parkbench.gateway.lease.LowerBeforeRaise;
import io.parkbench.gateway.lease.Setpoint;
import io.parkbench.gateway.ocpp.CentralSystem;
import io.parkbench.gateway.ocpp.Outcome;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the stations their sessions' setpoints and takes their answers in. A station that does not agree is asked again, for the
 * session's floor, after a minute, then ever more rarely.
 */
final class Steering {
  private static final long RETRY_FIRST = Micros.MINUTE;
  private static final long RETRY_MOST = 16 * Micros.MINUTE;

  private final Loop loop;
  private final Sessions sessions;
  private final CentralSystem stations;
  private final double nominalVoltage;
  private final LowerBeforeRaise order;
  private final Runnable answered;
  private final Runnable demandChanged;
  private final List<Setpoint> setpoints = new ArrayList<>();

  /**
   * @param answered called when an answer may have made room, so that more can be said
   * @param demandChanged called when a session can no longer, or again, be steered
   */
  Steering(
      Loop loop,
      Sessions sessions,
      CentralSystem stations,
      double nominalVoltage,
      Ledger ledger,
      Runnable answered,
      Runnable demandChanged) {
    this.loop = loop;
    this.sessions = sessions;
    this.stations = stations;
    this.nominalVoltage = nominalVoltage;
    this.order = new LowerBeforeRaise(ledger);
    this.answered = answered;
    this.demandChanged = demandChanged;
  }

  /** Says what may be said now; afterwards the ledger shows what is held. */
  void speak() {
    setpoints.clear();
    for (Session session : sessions.all()) {
      setpoints.add(session.setpoint());
    }
    order.speak(setpoints, this::say);
  }

  private void say(Setpoint setpoint, int da) {
    Session session = sessions.at(setpoint.point());
    if (session != null) {
      say(session, da, RETRY_FIRST);
    }
  }

  private void say(Session session, int da, long retryAfter) {
    session.setpoint().said(da);
    stations
        .of(session)
        .say(
            session,
            da,
            nominalVoltage,
            Outcome.of(
                conf -> {
                  if (isOpen(session)) {
                    heard(session, conf, retryAfter);
                  }
                },
                failure -> {
                  if (isOpen(session)) {
                    failed(session, failure, retryAfter);
                  }
                }));
  }

  @SuppressWarnings("ReferenceEquality") // another session may be open at the same point
  private boolean isOpen(Session session) {
    return sessions.at(session.point()) == session;
  }

  private void heard(Session session, SetChargingProfile.Conf conf, long retryAfter) {
    if (conf.status() != ChargingProfileStatus.Accepted) {
      refused(session, retryAfter);
      return;
    }
    boolean refused = session.setpoint().refused();
    session.setpoint().accepted();
    session.agreed(loop.now(), session.setpoint().confirmedDa());
    if (refused) {
      demandChanged.run();
    } else {
      answered.run();
    }
  }

  private void failed(Session session, Failure failure, long retryAfter) {
    switch (failure) {
      case Failure.Refused refused -> refused(session, retryAfter);
      case Failure.BadAnswer bad -> {
        session.setpoint().unanswered();
        disobeyed(session, retryAfter);
      }
      case Failure.TimedOut silent -> {
        session.setpoint().unanswered();
        disobeyed(session, retryAfter);
      }
      // the loss of the link has told the session already
      case Failure.LinkClosed closed -> {}
    }
  }

  private void refused(Session session, long retryAfter) {
    session.setpoint().rejected();
    session.profileRefused();
    disobeyed(session, retryAfter);
  }

  private void disobeyed(Session session, long retryAfter) {
    demandChanged.run();
    loop.after(retryAfter, () -> askAgain(session, Math.min(2 * retryAfter, RETRY_MOST)));
  }

  private void askAgain(Session session, long retryAfter) {
    Setpoint setpoint = session.setpoint();
    if (isOpen(session) && setpoint.refused() && setpoint.reachable() && !setpoint.awaiting()) {
      say(session, session.entitlement().accepted() ? session.floorDa() : 0, retryAfter);
    }
  }

  /** The sessions of a station whose link is down go on by what it heard last. */
  void lost(Session session) {
    session.setpoint().lost();
  }

  /** The sessions of a station whose link is up again are steered again. */
  void found(Session session) {
    session.setpoint().found();
    askAgain(session, RETRY_FIRST);
  }
}
