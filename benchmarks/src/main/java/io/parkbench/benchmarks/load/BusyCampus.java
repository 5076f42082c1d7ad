package io.parkbench.benchmarks.load;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.rigs.ReadySites;

/**
 * The site that is measured: the ready site campus-100 (100 stations, 20 zones, three levels) with tariffs, logins and remote energy
 * management. Its districts and car parks limit; the supply is so large that it never does, so that the probe can change it without a car
 * having to follow.
 */
public final class BusyCampus {
  public static final String PASSWORD = "correct horse battery";
  /** The login that may write. */
  public static final String WRITER = "bems-eo";
  /** Logins that read; two, so that nobody has more sessions than are allowed. */
  static final String[] READERS = {"bems-one", "bems-two"};
  /** The login whose right password is in the flood. */
  static final String FLOODED = "bems-flood";
  /** The login whose password is guessed at. */
  static final String ATTACKED = "bems-victim";

  static final int STATIONS = 100;
  /** The last stations of the site stay empty: their availability is switched. */
  static final int EMPTY = 5;
  static final int ZONES = 20;
  /** How soon a zone takes another reduction, s. */
  static final int MINIMUM_PERIOD_S = 5;
  /** Requests of a session: the long run's rate a second, and the burst. */
  static final int RATE = 10;
  static final int BURST = 20;

  static final String SUPPLY = "campus";
  static final PerPhase SUPPLY_MAX = PerPhase.all(9_000);
  static final PerPhase SUPPLY_LESS = PerPhase.all(8_999);

  private BusyCampus() {}

  /** With the rate limit of sessions as it is by default, or lifted as far as settings go. */
  public static Site site(boolean limited) {
    String yaml = ReadySites.text("campus-100")
        .replace("max_a: 700", "max_a: 900")
        .replace("arrivals: {profile: workplace, cars_per_bay: 1.5}", """
            tariffs:
              - {name: Day, max_percent: 95, days: [mon, tue, wed, thu, fri], slots: ["07:00-12:00", "14:00-19:00"]}
              - {name: Evening, max_percent: 90, days: [mon, tue, wed, thu, fri, sat, sun], slots: ["19:00-22:00"]}
            users:
              - {name: bems-eo, role: WEBSERVICES}
              - {name: bems-one, role: WEBSERVICES}
              - {name: bems-two, role: WEBSERVICES}
              - {name: bems-flood, role: WEBSERVICES}
              - {name: bems-victim, role: WEBSERVICES}
            settings:
              remote_energy_management: {enabled: true, login: bems-eo, minimum_period: 5 s}
            """ + (limited ? "" : "  security: {requests_per_s: 1000, request_burst: 10000}\n"));
    try {
      return ReadySites.checked("busy-campus", yaml);
    } catch (SiteException e) {
      throw new IllegalStateException(e);
    }
  }
}
