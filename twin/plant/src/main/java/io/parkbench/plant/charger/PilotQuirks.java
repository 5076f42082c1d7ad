package io.parkbench.plant.charger;

import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import java.util.function.Consumer;

/** The seam between limits and pilots: what a station makes of a limit, and what it really puts on the pilot, by its quirks. */
final class PilotQuirks {
  private static final double OFFSET = 3;

  private final Quirks quirks;
  private final Consumer<Connector> ends;
  private final boolean[] paused;
  private double keyLimit = Double.POSITIVE_INFINITY;

  /** @param ends has to end the transaction on a connector, later */
  PilotQuirks(Quirks quirks, int connectors, Consumer<Connector> ends) {
    this.quirks = quirks;
    this.ends = ends;
    paused = new boolean[connectors];
  }

  /** The limit that a vendor's configuration key gives, A per phase. */
  void setKeyLimit(double amps) {
    keyLimit = amps;
  }

  /** The limit that counts for a connector, A: for a sound station {@code limit}, which is 0 where nothing may be drawn. */
  double limit(Connector connector, boolean mayDraw, double limit) {
    if (quirks.isEmpty()) {
      return limit;
    }
    if (!mayDraw) {
      paused[connector.number - 1] = false;
      return 0;
    }
    if (quirks.has(Quirk.LIMIT_VIA_CONFIG_KEY)) {
      return Math.min(connector.socket.amps(), keyLimit);
    }
    if (limit == 0) {
      paused[connector.number - 1] = true;
      return atZero(connector);
    }
    return paused[connector.number - 1] && quirks.has(Quirk.UNLIMITED_AFTER_0A_RESUME) ? connector.socket.amps() : limit;
  }

  private double atZero(Connector connector) {
    if (quirks.has(Quirk.ZERO_ENDS_TRANSACTION)) {
      ends.accept(connector);
    }
    if (quirks.has(Quirk.ZERO_MEANS_UNLIMITED)) {
      return connector.socket.amps();
    }
    return quirks.has(Quirk.ZERO_MEANS_6A) ? Offers.LEAST : 0;
  }

  /** What all connectors together may draw. */
  double together(double amps) {
    return quirks.has(Quirk.SHARED_STATION_LIMIT_IGNORED) ? Double.POSITIVE_INFINITY : amps;
  }

  /** What the pilot of a connector says when the station believes it says {@code amps}. */
  double onPilot(Connector connector, double amps) {
    if (quirks.isEmpty() || amps == 0) {
      return amps;
    }
    double said = quirks.has(Quirk.DRAWS_ABOVE_SETPOINT) ? connector.socket.amps() : amps;
    return quirks.has(Quirk.PILOT_OFFSET) ? said - OFFSET : said;
  }
}
