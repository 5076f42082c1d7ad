package io.parkbench.gateway.session;

import java.util.Map;

/**
 * A session that is over.
 *
 * @param zone of its station
 * @param startedAt µs since 1970
 * @param endedAt when the gateway heard of its end, µs since 1970
 * @param chargedMicros how long it had a confirmed setpoint above 0
 * @param energyWh all of it
 * @param energyByPeriodWh the same by tariff period, in the order in which they came (R-TOU-5)
 */
public record SessionRecord(
    int transactionId,
    String station,
    int connector,
    String zone,
    String idTag,
    boolean vip,
    long startedAt,
    long endedAt,
    long chargedMicros,
    long energyWh,
    Map<String, Long> energyByPeriodWh) {}
