package io.parkbench.gateway;

import io.parkbench.gateway.lease.Lease;
import io.parkbench.gateway.ocpp.CentralSystem;
import io.parkbench.gateway.ocpp.ChargePoint;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Obedience;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Sees to connectors that draw more than they were told (R-ALLOC-11): they are alarmed, count at their rating, are told 0 A, and
 * what is done to them grows for as long as they draw on.
 */
final class Discipline {
  private static final long LOOKS_AGAIN = Obedience.SETTLES + Micros.SECOND;

  private static final double DRAWS_A = 1;

  private final Loop loop;
  private final CentralSystem stations;
  private final Sessions sessions;
  private final Notices notices;
  private final Runnable demandChanged;
  private final List<Obedience> byPoint = new ArrayList<>();
  private final BitSet watched = new BitSet();

  Discipline(Loop loop, CentralSystem stations, Sessions sessions, Notices notices, Runnable demandChanged) {
    this.loop = loop;
    this.stations = stations;
    this.sessions = sessions;
    this.notices = notices;
    this.demandChanged = demandChanged;
  }

  private Obedience of(ChargingPoint point) {
    while (byPoint.size() <= point.order()) {
      byPoint.add(new Obedience());
    }
    return byPoint.get(point.order());
  }

  /** Whether a connector draws too much as far as is known, and so shall have nothing. */
  boolean isCut(ChargingPoint point) {
    return of(point).excessiveA() > 0 && of(point).found();
  }

  /** Whether a connector has been found out once, and so is not believed to keep a setpoint. */
  boolean isFound(ChargingPoint point) {
    return of(point).found();
  }

  /** Whether a sample shows a car that charges, and no more than it was told. */
  boolean isAsTold(ChargingPoint point, double amps, long taken) {
    Lease lease = point.lease().confirmed();
    return lease != null
        && lease.valueDa() > 0
        && amps >= DRAWS_A
        && taken >= lease.acceptedAt() + Obedience.SETTLES
        && of(point).excessiveA() == 0;
  }

  /** A session is over: its car may take a moment to follow. */
  void ended(ChargingPoint point) {
    of(point).ended(loop.now());
  }

  /** A sample, taken at the earliest at {@code taken} (µs), of {@code amps} on the highest phase. */
  void sampled(ChargingPoint point, double amps, long taken) {
    Obedience obedience = of(point);
    boolean was = isCut(point);
    long at = Math.max(taken, loop.now() - Obedience.SETTLES);
    Lease newest = point.lease().confirmed();
    if (was && newest != null && at < newest.acceptedAt() + Obedience.SETTLES) {
      // its cut is still being followed: nothing is proved, neither way
      return;
    }
    Obedience.Measure measure = obedience.sample(loop.now(), at, point.lease().allowedDa(at, Obedience.SETTLES), amps);
    take(point, measure, amps);
    boolean cut = isCut(point);
    boolean counts = point.lease().overdraws(cut ? (int) Math.round(amps * 10) : 0);
    if (cut) {
      watch(point);
    }
    if (counts || was != cut) {
      demandChanged.run();
    }
  }

  /** Looks again and again for as long as it draws on: a station that has been restarted tells nothing by itself. */
  private void watch(ChargingPoint point) {
    if (!watched.get(point.order())) {
      watched.set(point.order());
      loop.after(LOOKS_AGAIN, () -> lookAgain(point));
    }
  }

  private void lookAgain(ChargingPoint point) {
    watched.clear(point.order());
    if (isCut(point)) {
      stations.of(point).askSample(point);
      watch(point);
    }
  }

  private void take(ChargingPoint point, Obedience.Measure measure, double amps) {
    ChargePoint station = stations.of(point);
    switch (measure) {
      case NONE -> {
        return;
      }
      case SUSPECT -> loop.after(Obedience.STEP + Micros.SECOND, () -> station.askSample(point));
      case CUT -> {
        alarm(point, amps, "it is cut off and counts at its rating");
        station.distrust(point);
      }
      case STOP -> {
        alarm(point, amps, "its session is stopped");
        Session session = sessions.at(point);
        if (session != null) {
          station.stop(session);
        }
      }
      case INOPERATIVE -> {
        alarm(point, amps, "it is taken out of service");
        station.takeOutOfService(point);
      }
      case RESET -> {
        alarm(point, amps, "its station is restarted");
        station.reset();
      }
      case OPEN_FEEDER -> alarm(point, amps, "open the feeder");
    }
  }

  private void alarm(ChargingPoint point, double amps, String what) {
    notices.add(
        loop.now(), point.station().id(),
        "alarm: connector " + point.connector().number() + " draws " + Math.round(amps * 10) / 10.0 + " A, more than it may: "
            + what);
  }
}
