package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/**
 * A configuration key of a station (OCPP 1.6 section 7.29).
 *
 * @param key at most 50 characters
 * @param readonly whether ChangeConfiguration refuses it
 * @param value at most 500 characters; null when the key is known but has no value
 */
public record KeyValue(String key, boolean readonly, @Nullable String value) {
  public KeyValue {
    Check.text("key", key, 50);
    Check.optionalText("value", value, 500);
  }
}
