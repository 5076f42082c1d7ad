package io.parkbench.protocol.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A station: {@code GET /stations/{station_id}}. */
public record StationResource(
    int stationId,
    int zoneId,
    String stationFriendlyName,
    String stationType,
    String stationModel,
    @Nullable String stationSerialNumber,
    @Nullable String stationVersion,
    @Nullable String stationIpAddress,
    String stationOcppIdentifier,
    @Nullable String stationCpoUrl,
    boolean isAcceptedByCpo,
    boolean isConnected,
    boolean isAvailable,
    String stationAuthenticationMode,
    String stationDisconnectedAuthenticationMode,
    String stationStatus,
    @Nullable String lastSeen,
    List<ConnectorResource> connectors) {}
