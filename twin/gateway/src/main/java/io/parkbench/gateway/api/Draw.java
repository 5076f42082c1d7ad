package io.parkbench.gateway.api;

import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.Phases;
import org.jspecify.annotations.Nullable;

/** Adds up what sessions draw on supply phases: known as soon as one of them has shown it, and where there is none. */
final class Draw {
  private final double[] amps = new double[3];
  private int sessions;
  private int shown;
  private long sampledAt = -1;

  void add(GatewayView.Session session, boolean connected) {
    sessions++;
    if (connected && session.sampledAt() >= 0) {
      shown++;
      sampledAt = Math.max(sampledAt, session.sampledAt());
      for (int phase = 0; phase < 3; phase++) {
        amps[phase] += session.drawnAmps().get(phase);
      }
    }
  }

  int sessions() {
    return sessions;
  }

  /** When the newest sample came, µs; −1 for none. */
  long sampledAt() {
    return sampledAt;
  }

  private boolean known() {
    return shown > 0 || sessions == 0;
  }

  @Nullable
  Phases currents() {
    return known() ? Phases.amps(Facts.round(amps[0]), Facts.round(amps[1]), Facts.round(amps[2])) : null;
  }

  /** At nominal voltage. */
  @Nullable
  Phases powers(Facts facts) {
    return known()
        ? new Phases(
            facts.kilowatts(amps[0]), facts.kilowatts(amps[1]), facts.kilowatts(amps[2]),
            facts.kilowatts(amps[0] + amps[1] + amps[2]))
        : null;
  }
}
