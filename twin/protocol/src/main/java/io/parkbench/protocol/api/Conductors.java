package io.parkbench.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A value on each conductor of a connector, 1 its L1, whatever supply phases they are on (T-08); a conductor that it has not is null. */
public record Conductors(
    @JsonProperty("1") @Nullable Double first, @JsonProperty("2") @Nullable Double second,
    @JsonProperty("3") @Nullable Double third) {}
