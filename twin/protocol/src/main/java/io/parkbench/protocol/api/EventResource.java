package io.parkbench.protocol.api;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An event: the data of one in the stream, and an item of the list {@code GET /events}.
 *
 * @param id grows; {@code Last-Event-ID} of a stream that goes on after it
 * @param topic connector, station, zone, alarm or system
 * @param detail what else there is to say, by the names of the resources
 */
public record EventResource(
    String id,
    String type,
    String topic,
    String at,
    @Nullable Integer zoneId,
    @Nullable Integer stationId,
    @Nullable Integer connectorId,
    SortedMap<String, Object> detail) {}
