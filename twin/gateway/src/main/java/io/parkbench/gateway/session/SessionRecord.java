package io.parkbench.gateway.session;

import java.util.Map;

/**
 * A session that is over.
 *
 * @param zone of its station
 * @param startedAt µs since 1970
 * @param endedAt when the gateway heard of its end, µs since 1970
 * @param energyWh all of it
 * @param whByPeriod the same by tariff period (R-TOU-5); the parts add up to it
 */
public record SessionRecord(
    int transactionId, String station, int connector, String zone, String idTag, long startedAt, long endedAt, double energyWh,
    Map<String, Double> whByPeriod) {}
