package io.parkbench.gateway.api;

import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.view.GatewayView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says the status of stations and connectors in the API's words (T-04): unknown as long as the station is not connected. */
final class Statuses {
  private static final String UNKNOWN = "unknown";

  private Statuses() {}

  static boolean connected(GatewayView.Station station) {
    return station.presence() == Presence.CONNECTED;
  }

  static String connector(GatewayView.Station station, GatewayView.Connector connector) {
    return connected(station) ? word(connector.status()) : UNKNOWN;
  }

  /** The station's own, or where it has told none, whether any of its connectors can be used. */
  static String station(GatewayView.Station station) {
    if (!connected(station)) {
      return UNKNOWN;
    }
    return station.status() != null ? word(station.status()) : available(station) ? "available" : "unavailable";
  }

  /** Whether somebody could charge here as far as service goes, now or when others have left. */
  static boolean available(GatewayView.Station station) {
    if ("Unavailable".equals(station.status())) {
      return false;
    }
    return station.connectors().isEmpty() || station.connectors().stream().anyMatch(c -> !"Unavailable".equals(c.status()));
  }

  /** One word for both ways to be suspended. */
  static String legacy(String status) {
    return status.startsWith("suspended") ? "suspended" : status;
  }

  private static String word(@Nullable String ocpp) {
    if (ocpp == null) {
      return UNKNOWN;
    }
    return switch (ocpp) {
      case "SuspendedEV" -> "suspended_ev";
      case "SuspendedEVSE" -> "suspended_evse";
      default -> ocpp.toLowerCase(Locale.ROOT);
    };
  }
}
