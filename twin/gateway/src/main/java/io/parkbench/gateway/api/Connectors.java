package io.parkbench.gateway.api;

import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.Wiring;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.Conductors;
import io.parkbench.protocol.api.ConnectorResource;
import io.parkbench.protocol.api.Phases;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a connector's resource: what is on its conductors and on the supply's phases, each by its own name (T-08). */
final class Connectors {
  private Connectors() {}

  static ConnectorResource make(Snapshot snapshot, GatewayView.Station station, GatewayView.Connector connector, Connector rated) {
    Facts facts = snapshot.facts();
    String status = Statuses.connector(station, connector);
    GatewayView.Session session = Statuses.connected(station) ? snapshot.session(station.id(), connector.number()) : null;
    boolean sampled = session != null && session.sampledAt() >= 0;
    Wiring wiring = rated.wiring();
    List<Double> drawn = sampled && session != null ? session.drawnAmps() : null;
    return new ConnectorResource(
        connector.number(),
        connector.number(),
        connector.number(),
        status,
        Statuses.legacy(status),
        rated.dc(),
        false,
        rated.dc()
            ? new ConnectorResource.Rating(Facts.round(rated.maxW() / 1_000.0), "kW")
            : new ConnectorResource.Rating(rated.maxDa() / 10.0, "A"),
        wiring.name().toLowerCase(Locale.ROOT),
        session == null ? null : session.setpointDa() / 10.0,
        session == null ? null : facts.kilowatts(session.setpointDa() / 10.0 * wiring.phases()),
        drawn == null ? null : conductors(drawn, wiring, facts, false),
        drawn == null ? null : conductors(drawn, wiring, facts, true),
        drawn == null ? null : new Phases(supply(drawn, wiring, 1), supply(drawn, wiring, 2), supply(drawn, wiring, 3), null),
        session == null ? null : session.registerWh() / 1_000.0,
        snapshot.pending(station.id(), connector.number()));
  }

  private static Conductors conductors(List<Double> drawn, Wiring wiring, Facts facts, boolean power) {
    Double[] values = new Double[3];
    for (int conductor = 1; conductor <= wiring.phases(); conductor++) {
      double amps = drawn.get(wiring.supplyPhase(conductor) - 1);
      values[conductor - 1] = power ? facts.kilowatts(amps) : Facts.round(amps);
    }
    return new Conductors(values[0], values[1], values[2]);
  }

  /** On a supply phase that it is on; null on another. */
  private static @Nullable Double supply(List<Double> drawn, Wiring wiring, int phase) {
    return (wiring.supplyMask(wiring.phases()) >> (phase - 1) & 1) == 0 ? null : Facts.round(drawn.get(phase - 1));
  }
}
