package io.parkbench.gateway.site;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A power meter on Modbus (R-DYN-2, R-DYN-3, R-DYN-5).
 *
 * @param model the name of its register map
 * @param port TCP port
 * @param unit Modbus unit id, 0…255
 * @param refresh how long after a change of currents its registers show it at the latest
 */
public record Meter(
    String id,
    String name,
    String model,
    @Nullable String ipAddress,
    int port,
    int unit,
    Role role,
    Duration pollInterval,
    Duration refresh) {

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
