package io.parkbench.protocol.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A connector: {@code GET /stations/{station_id}/connectors/{connector_id}}.
 *
 * @param status available, preparing, charging, suspended_ev, suspended_evse, finishing, reserved, unavailable, faulted, unknown
 * @param legacyStatus the same with one word for both suspended ones (T-04)
 * @param phaseConnection tri123, tri231, tri312, mono1, mono2 or mono3 (T-05)
 * @param setpointCurrentA of its open session, A per phase; null without one
 * @param rmsCurrentA on its conductors (T-08); null unless its open session has shown any
 * @param gridCurrentA the same on supply phases
 * @param activeEnergy its register, kWh, during a session only (R-BEMS-6)
 * @param pendingAvailability {@code available} or {@code unavailable} from the end of the running session on; else null, and said so
 */
public record ConnectorResource(
    int connectorId,
    int evseId,
    int logicalConnector,
    String status,
    String legacyStatus,
    boolean isDc,
    boolean isFixedSetpoint,
    Rating maxCurrentOrPower,
    String phaseConnection,
    @Nullable Double setpointCurrentA,
    @Nullable Double setpointPowerKw,
    @Nullable Conductors rmsCurrentA,
    @Nullable Conductors activePowerKw,
    @Nullable Phases gridCurrentA,
    @Nullable Double activeEnergy,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String pendingAvailability) {

  /** A in AC, kW in DC. */
  public record Rating(double value, String unit) {}
}
