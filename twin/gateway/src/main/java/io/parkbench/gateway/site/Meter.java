package io.parkbench.gateway.site;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.SerialLine;
import io.parkbench.protocol.meter.MeterModel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A power meter on Modbus (R-DYN-2, R-DYN-3, R-DYN-4, R-DYN-5).
 *
 * @param model its registers, with what the site file says otherwise of their order and numbering
 * @param ipAddress null on a serial line, and where the site is simulated and nobody cares
 * @param port TCP port
 * @param line the serial line it is on; null where it is on TCP
 * @param unit Modbus unit id, 0…255
 * @param phases the supply phases, 1 to 3, that its phases 1, 2 and 3 measure: each once
 * @param pollInterval from one reading to the next
 * @param timeout how long a reply may take
 * @param freshness without a reading to be trusted for so long it is lost (R-DYN-6)
 * @param refresh how long after a change of currents its registers show it at the latest
 */
public record Meter(
    String id,
    String name,
    MeterModel model,
    @Nullable String ipAddress,
    int port,
    @Nullable SerialLine line,
    int unit,
    Role role,
    List<Integer> phases,
    Duration pollInterval,
    Duration timeout,
    Duration freshness,
    Duration refresh) {

  /** The order of phases of a meter that is wired as it should be. */
  public static final List<Integer> STRAIGHT = List.of(1, 2, 3);

  public static final Duration POLL_INTERVAL = Duration.ofMillis(500);
  public static final Duration FRESHNESS = Duration.ofSeconds(10);

  private static final Duration TIMEOUT_MAX = Duration.ofSeconds(1);

  /** How long a reply may take where nobody says: twice the poll interval, and 1 s at most. */
  public static Duration timeout(Duration pollInterval) {
    Duration twice = pollInterval.multipliedBy(2);
    return twice.compareTo(TIMEOUT_MAX) < 0 ? twice : TIMEOUT_MAX;
  }

  /** Where it is found; one without an address, on a simulated site, by its id. */
  public Endpoint endpoint() {
    return line != null ? new Endpoint(id, line.text(), 0, unit)
        : new Endpoint(id, ipAddress == null ? id : ipAddress, port, unit);
  }

  /** What a meter's readings are for. */
  public enum Role {
    /** Steers a dynamic zone. */
    ZONE("zone"),
    /** Records the consumption of another feeder and limits nothing. */
    REPORTING("reporting"),
    /** Records local production and limits nothing. */
    PRODUCTION("production");

    private final String text;

    Role(String text) {
      this.text = text;
    }

    /** The name as written in a site file. */
    public String text() {
      return text;
    }
  }
}
