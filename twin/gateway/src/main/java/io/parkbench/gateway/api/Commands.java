package io.parkbench.gateway.api;

import io.parkbench.gateway.limits.Reduction;
import io.parkbench.gateway.limits.Reductions;
import io.parkbench.gateway.site.Site;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** What the API has the gateway do; all of it is called on the loop's thread. */
public interface Commands {

  /**
   * Sets a zone's external reduction, or puts it in the place of the one before (R-BEMS-1, R-BEMS-3).
   *
   * @param until µs since 1970; {@link Long#MAX_VALUE}: until it is lifted
   * @param by the login
   */
  Reductions.Answer reduce(String zone, Reduction.Kind kind, BigDecimal value, long until, String by);

  /** Lifts a zone's external reduction. */
  Reductions.Answer lift(String zone, String by);

  /**
   * Takes a connector out of service or back (R-BEMS-7); what came of it is told once, at once or later.
   *
   * @param connector 1…; 0: the whole station
   */
  void availability(String station, int connector, boolean available, Consumer<Availability> answer);

  /** What the station said. */
  enum Availability {
    APPLIED,
    /** When the running session is over. */
    SCHEDULED,
    REJECTED,
    /** It is not connected; nothing is kept for later. */
    DISCONNECTED,
    /** It has not answered: nobody knows. */
    TIMED_OUT
  }

  /** The building's energy management is alive (R-BEMS-4). */
  void heartbeat(long sequence, String by);

  /** Sets the clock to {@code instant}, µs since 1970. */
  Clock setTime(long instant, String by);

  /** What came of it. */
  enum Clock {
    SET,
    /** Time synchronisation by the building is switched off. */
    DISABLED,
    /** The supervision sets the clock. */
    SUPERVISED
  }

  /**
   * Goes by {@code running} from now on, which differs from the site before in what can change live only (R-SITE-7).
   *
   * @param next the same, with what waits for a restart
   */
  void configure(Site running, Site next);

  /** Restarts the gateway with this site, soon; false where there is nobody who could. */
  boolean restart(Site site);
}
