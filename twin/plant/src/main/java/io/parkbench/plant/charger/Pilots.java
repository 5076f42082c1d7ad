package io.parkbench.plant.charger;

import io.parkbench.protocol.ocpp.StatusNotification.ChargePointErrorCode;
import java.util.List;

/** Puts on each connector's pilot what its profiles, its transaction and the station's feeder allow, now and when that changes by itself. */
final class Pilots {
  private final ChargePointModel model;
  private final StationClock clock;
  private final ProfileStack stack;
  private final List<Connector> connectors;
  private final PilotQuirks quirks;
  private final double[] offers;
  private final Agenda.Entry limitsChange;

  /**
   * @param onChange runs when a limit changes by itself; it is to call {@link #settle}
   */
  Pilots(
      ChargePointModel model,
      Agenda agenda,
      StationClock clock,
      ProfileStack stack,
      List<Connector> connectors,
      PilotQuirks quirks,
      Runnable onChange) {
    this.model = model;
    this.clock = clock;
    this.stack = stack;
    this.connectors = connectors;
    this.quirks = quirks;
    offers = new double[connectors.size()];
    limitsChange = agenda.entry(onChange);
  }

  void settle() {
    long now = clock.now();
    for (Connector connector : connectors) {
      boolean mayDraw = mayDraw(connector);
      double limit = mayDraw ? Math.min(connector.cableAmps(), stack.limit(connector.number, now, now).amps()) : 0;
      offers[connector.number - 1] = quirks.limit(connector, mayDraw, limit);
    }
    Offers.share(offers, quirks.together(Math.min(model.stationAmps(), stack.stationLimit(now, now).amps())),
        model.dc() ? 0 : Offers.LEAST);
    for (Connector connector : connectors) {
      double offer = offers[connector.number - 1];
      connector.offer(offer, quirks.onPilot(connector, offer), phases(connector, now));
    }
    limitsChange.at(clock.toLoop(stack.nextWakeAt(now)));
  }

  private static boolean mayDraw(Connector connector) {
    Transaction transaction = connector.transaction;
    return transaction != null
        && !transaction.deauthorised
        && connector.isPlugged()
        && connector.error == ChargePointErrorCode.NoError;
  }

  private int phases(Connector connector, long now) {
    Integer wanted = model.switchesPhases() ? stack.limit(connector.number, now, now).numberPhases() : null;
    return wanted != null && wanted == 1 ? 1 : connector.socket.phases();
  }
}
