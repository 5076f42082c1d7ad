package io.parkbench.gateway.ocpp;

/** How a station stands with the gateway. */
public enum Presence {
  /** In the site, and not connected since the gateway started. */
  NEVER_SEEN,
  /** Its link is up. */
  CONNECTED,
  /** Not in the site: its link is up, its boot is answered Pending (R-SITE-8). */
  DISCOVERED,
  /** Its link closed, or nothing is heard on it any more (R-DEG-8). */
  LOST
}
