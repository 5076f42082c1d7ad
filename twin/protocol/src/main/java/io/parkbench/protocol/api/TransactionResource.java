package io.parkbench.protocol.api;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A charging session, running or past: an item of {@code GET /transactions}.
 *
 * @param idTag masked: its last four characters at most
 * @param energyByPeriod kWh by tariff period (R-TOU-5); null where none are kept apart
 */
public record TransactionResource(
    int transactionId,
    int zoneId,
    int stationId,
    int connectorId,
    String state,
    String idTag,
    boolean vip,
    String startedAt,
    @Nullable String endedAt,
    double energyKwh,
    long chargedS,
    @Nullable SortedMap<String, Double> energyByPeriod) {}
