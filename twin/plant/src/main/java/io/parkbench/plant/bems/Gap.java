package io.parkbench.plant.bems;

import java.util.Locale;

/** Why a value of the history is not a fresh one (R-BEMS-6). */
public enum Gap {
  /** The gateway did not answer. */
  LINK_DOWN,
  /** The gateway had restarted, or was about to. */
  GATEWAY_RESTART,
  /** The gateway answers, but cannot reach the station: the last value is kept. */
  STATION_DISCONNECTED,
  /** The last value is from before a restart of the gateway or the loss of the station: nobody has charged there since. */
  NO_SESSION_SINCE_RESTART;

  /** As recordings and people write it: {@code link-down}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
