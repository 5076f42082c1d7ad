package io.parkbench.gateway.site;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One charging station (R-SITE-4).
 *
 * @param id the OCPP box identity: unique, no spaces
 * @param name the friendly name: unique, at most 50 characters
 * @param zone the id of its zone, a terminal one
 * @param vip true if every session here is a VIP's (R-ALLOC-6)
 * @param feederDa the most per phase over all its connectors in 0.1 A (R-ALLOC-16); null for no bound of its own
 * @param feederW the most power over all its connectors in W; null for no bound of its own
 * @param oneAtATime true if its connectors exclude each other (R-ALLOC-16)
 * @param connectors by number, from 1
 * @param plant what only the simulated station reads (quirks and the like), as written in the file
 */
public record Station(
    String id,
    String name,
    StationModel model,
    @Nullable String serialNumber,
    @Nullable String ipAddress,
    @Nullable String firmware,
    String zone,
    boolean vip,
    AuthMode auth,
    OfflineAuthMode offlineAuth,
    @Nullable Integer feederDa,
    @Nullable Integer feederW,
    boolean oneAtATime,
    List<Connector> connectors,
    Map<String, Object> plant) {

  public Station {
    connectors = List.copyOf(connectors);
  }

  /** The connector with this number (1…), or null. */
  public @Nullable Connector connector(int number) {
    return number >= 1 && number <= connectors.size() ? connectors.get(number - 1) : null;
  }

  /** Whether its connectors share a feeder of its own, so that the feeder is a row of the allocation (R-ALLOC-16). */
  public boolean sharesFeeder() {
    return feederDa != null && connectors.size() > 1;
  }

  /** The same station under another identity, which is its name too. */
  public Station as(String identity) {
    return new Station(
        identity, identity, model, serialNumber, ipAddress, firmware, zone, vip, auth, offlineAuth, feederDa, feederW, oneAtATime,
        connectors, plant);
  }
}
