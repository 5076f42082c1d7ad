package io.parkbench.plant.grid;

import io.parkbench.kernel.Micros;
import java.time.Duration;

/**
 * How long a true current may stand above its limit before it is a breach: B of R-LEASE-5, the sum of all that lies between a
 * cause and the cars' answer to it.
 *
 * @param meterRefresh until a meter shows what flows
 * @param poll until the gateway reads it
 * @param tick until the gateway decides
 * @param callTimeout until a message is answered or given up
 * @param stationApply until the station has put a new setpoint on the pilot
 * @param carFollow until a sound car draws accordingly, 5 s (DG p. 37)
 */
public record BreachBound(
    Duration meterRefresh,
    Duration poll,
    Duration tick,
    Duration callTimeout,
    Duration stationApply,
    Duration carFollow) {

  /** No part is negative; else {@link IllegalArgumentException}. */
  public BreachBound {
    if (meterRefresh.isNegative() || poll.isNegative() || tick.isNegative()) {
      throw new IllegalArgumentException("a part of the breach bound is negative");
    }
    if (callTimeout.isNegative() || stationApply.isNegative() || carFollow.isNegative()) {
      throw new IllegalArgumentException("a part of the breach bound is negative");
    }
  }

  /** For a site without meters in its control loop: nothing to refresh or poll, a tick of 1 s, 5 s for the car. */
  public static BreachBound staticSite(Duration callTimeout, Duration stationApply) {
    return new BreachBound(
        Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), callTimeout, stationApply, Duration.ofSeconds(5));
  }

  /** The same for a site whose dynamic zones are steered by meters that show within {@code meterRefresh} and are read every {@code poll}. */
  public BreachBound metered(Duration meterRefresh, Duration poll) {
    return new BreachBound(meterRefresh, poll, tick, callTimeout, stationApply, carFollow);
  }

  /** For a limit that no meter steers. */
  public Duration unmetered() {
    return tick.plus(callTimeout).plus(stationApply).plus(carFollow);
  }

  /** For the limit of a dynamic zone. */
  public Duration total() {
    return meterRefresh.plus(poll).plus(tick).plus(callTimeout).plus(stationApply).plus(carFollow);
  }

  long micros(boolean metered) {
    return Micros.of(metered ? total() : unmetered());
  }
}
