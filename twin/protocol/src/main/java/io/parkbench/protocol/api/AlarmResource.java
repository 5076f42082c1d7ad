package io.parkbench.protocol.api;

import org.jspecify.annotations.Nullable;

/** An alarm, active or cleared: an item of {@code GET /alarms}. */
public record AlarmResource(
    long alarmId,
    String code,
    String state,
    String subject,
    @Nullable Integer stationId,
    @Nullable Integer connectorId,
    @Nullable Integer zoneId,
    String text,
    String raisedAt,
    @Nullable String clearedAt) {}
