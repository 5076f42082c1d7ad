package io.parkbench.plant.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointErrorCode;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the central system the status of each connector when it has changed and has lasted for {@code MinimumStatusDuration}. What
 * happens offline is not told after; the present status is (OCPP 1.6 §4.9). Connector 0 is the station, and only ever Available or
 * Unavailable.
 */
final class StatusReports {
  private static final Callback<StatusNotification.Conf> NO_MATTER = new Callback<>() {
    @Override
    public void answered(StatusNotification.Conf conf) {}

    @Override
    public void failed(Failure failure) {}
  };

  private final Registration central;
  private final ConfigurationKeys keys;
  private final StationClock clock;
  private final List<Connector> connectors;
  private final Agenda.Entry[] settled;
  private final @Nullable ChargePointStatus[] told;
  private boolean operative = true;

  StatusReports(
      Agenda agenda, Registration central, ConfigurationKeys keys, StationClock clock, List<Connector> connectors) {
    this.central = central;
    this.keys = keys;
    this.clock = clock;
    this.connectors = connectors;
    told = new ChargePointStatus[connectors.size() + 1];
    settled = new Agenda.Entry[connectors.size() + 1];
    for (int i = 0; i < settled.length; i++) {
      int connector = i;
      settled[i] = agenda.entry(() -> tellIfNew(connector));
    }
  }

  /** The station as a whole goes out of service or back. */
  void stationBecomes(boolean operative) {
    this.operative = operative;
    changed(0);
  }

  boolean isStationOperative() {
    return operative;
  }

  ChargePointStatus status(int connector) {
    if (connector == 0) {
      return operative ? ChargePointStatus.Available : ChargePointStatus.Unavailable;
    }
    return connectors.get(connector - 1).status();
  }

  /** Something happened on a connector; its status may be another. */
  void changed(int connector) {
    if (status(connector) == told[connector]) {
      settled[connector].never();
      return;
    }
    int seconds = keys.minimumStatusDuration.number();
    if (seconds == 0) {
      tellIfNew(connector);
    } else if (!settled[connector].isDue()) {
      settled[connector].after(seconds * Micros.SECOND);
    }
  }

  private void tellIfNew(int connector) {
    if (central.isOnline() && status(connector) != told[connector]) {
      tell(connector);
    }
  }

  /** Tells all, the station first. */
  void tellAll() {
    for (int i = 0; i < told.length; i++) {
      tell(i);
    }
  }

  /** Tells one, whether or not it has changed. */
  void tell(int connector) {
    ChargePointStatus status = status(connector);
    told[connector] = status;
    ChargePointErrorCode error = connector == 0 ? ChargePointErrorCode.NoError : connectors.get(connector - 1).error;
    central.callAnyway(
        new StatusNotification.Req(connector, error, null, status, clock.instant(), null, null), NO_MATTER);
  }
}
