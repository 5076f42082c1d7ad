package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares values of answers. */
final class Json {
  private Json() {}

  /** Equal, numbers by what they amount to: 50 is 50.0. */
  static boolean same(JsonNode one, JsonNode other) {
    return one.equals((a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1,
        other);
  }
}
