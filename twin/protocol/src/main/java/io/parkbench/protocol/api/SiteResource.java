package io.parkbench.protocol.api;

import org.jspecify.annotations.Nullable;

/** The site as a whole: {@code GET /site}. Demand and capacity are those of the zones at the top (T-09). */
public record SiteResource(
    String siteName,
    @Nullable Double evDemandKw,
    double evCapacityKw,
    int numberOfZones,
    int numberOfStations,
    int numberOfConnectors,
    int numberOfTransactions,
    @Nullable String energyWriter,
    boolean remoteEnergyManagementActive,
    String bootId,
    String now) {}
