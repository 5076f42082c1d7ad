package io.parkbench.plant.charger;

import io.parkbench.protocol.ocpp.ChangeAvailability.AvailabilityStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is in service: one connector or the whole station, at once or as soon as what is going on has ended (OCPP 1.6 §5.2). */
final class Availability {
  private final List<Connector> connectors;
  private final StatusReports reports;
  private @Nullable Boolean stationBecomes;

  Availability(List<Connector> connectors, StatusReports reports) {
    this.connectors = connectors;
    this.reports = reports;
  }

  /**
   * @param number 0 for the station with all its connectors; an unknown one is Rejected
   */
  AvailabilityStatus change(int number, boolean operative) {
    if (number > connectors.size()) {
      return AvailabilityStatus.Rejected;
    }
    boolean atOnce = true;
    for (Connector connector : connectors) {
      if (number == 0 || connector.number == number) {
        atOnce &= connector.become(operative);
      }
    }
    if (number == 0) {
      stationBecomes = operative;
    }
    return atOnce ? AvailabilityStatus.Accepted : AvailabilityStatus.Scheduled;
  }

  /** Something has changed or ended; the station may have waited for it. */
  void settle() {
    Boolean operative = stationBecomes;
    if (operative != null && (operative || connectors.stream().noneMatch(Connector::isOperative))) {
      stationBecomes = null;
      reports.stationBecomes(operative);
    }
  }
}
