package io.parkbench.protocol.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone, configuration and live values: {@code GET /zones/{zone_id}}.
 *
 * @param parentId null at the top, and said so
 * @param zoneType {@code static} or {@code dynamic}
 * @param maxCurrentA the configured maximum, A: the lowest of the phases
 * @param setpointCurrentA what may flow now, A: the lowest of the phases, with the zones above
 * @param setpointSource every limiter that equals the lowest
 * @param setpointChangesAt when it is known to change next, by tariff or validity; null where it is not
 * @param numberOfStations on this zone and all below, as the other counts
 * @param rmsCurrentA what its sessions draw on supply phases, by their last samples; null where no open session has shown any
 * @param activePowerKw the same at nominal voltage
 * @param sampledAt when the newest of these samples came
 */
public record ZoneResource(
    int zoneId,
    String zoneName,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer parentId,
    String zoneType,
    double maxCurrentA,
    double maxPowerKw,
    double nominalVoltageLnV,
    double setpointCurrentA,
    double setpointPowerKw,
    List<String> setpointSource,
    @Nullable String setpointChangesAt,
    int numberOfStations,
    int numberOfConnectors,
    int numberOfTransactions,
    @Nullable Phases rmsCurrentA,
    @Nullable Phases activePowerKw,
    Meter meter,
    ReductionLink reduction,
    @Nullable String sampledAt) {

  /** The meter that steers a dynamic zone; what is not known is null, and said so. */
  public record Meter(
      boolean present,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Boolean fresh,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long ageMs) {}

  /** Where its external reduction is, and whether there is one. */
  public record ReductionLink(boolean active, String href) {}
}
