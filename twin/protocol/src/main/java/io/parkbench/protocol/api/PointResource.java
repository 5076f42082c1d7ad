package io.parkbench.protocol.api;

import org.jspecify.annotations.Nullable;

/**
 * A data point by its printed name: an item of {@code GET /points}.
 *
 * @param id its place in the tree, {@code Zones/Zone-1/ZoneSetPointCurrent(A)}
 * @param name exactly as printed, odd ones too
 * @param value a number, text or truth value; null where it is not known
 * @param state good; offline where its station or meter is lost; stale: the last value that was known
 */
public record PointResource(
    String id,
    String name,
    @Nullable Object value,
    @Nullable String unit,
    boolean writable,
    String state,
    String source,
    @Nullable String updatedAt) {}
