package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.Micros;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a building lets a zone have for a while (R-BEMS-1).
 *
 * @param value what remains: percent of the zone's maximum, A or kW
 */
public record Reduction(double value, Unit unit, Validity validity) {

  /** What is not a number, or below 0, or over 100 %, fails. */
  public Reduction {
    if (!(value >= 0) || Double.isInfinite(value) || unit == Unit.PERCENT && value > 100) {
      throw new IllegalArgumentException("a reduction is " + (unit == Unit.PERCENT ? "0 to 100" : "0 or more") + " " + unit.sign()
          + ", not " + value);
    }
  }

  /** In what it is told, by the API's words. */
  public enum Unit {
    PERCENT("percentage", "%"), AMPERE("current", "A"), KILOWATT("power", "kW");

    private final String word;
    private final String sign;

    Unit(String word, String sign) {
      this.word = word;
      this.sign = sign;
    }

    /** {@code percentage}, {@code current} or {@code power}. */
    public String word() {
      return word;
    }

    public String sign() {
      return sign;
    }
  }

  /** Until when it holds. */
  public sealed interface Validity {}

  /** @param instant µs since 1970 */
  public record Until(long instant) implements Validity {}

  /** From when the gateway takes it. */
  public record Lasting(Duration duration) implements Validity {}

  /** When it ends if it is taken at {@code now}, µs since 1970. */
  long ends(long now) {
    return switch (validity) {
      case Until(long instant) -> instant;
      case Lasting(Duration duration) -> now + Micros.of(duration);
    };
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (value == Math.rint(value)) {
      json.put("zone_reduction", (long) value);
    } else {
      json.put("zone_reduction", value);
    }
    json.put("zone_reduction_type", unit.word());
    switch (validity) {
      case Until(long instant) -> {
        json.put("zone_validity_mode", "absolute");
        json.put("zone_validity", Micros.toInstant(instant).toString());
      }
      case Lasting(Duration duration) -> {
        json.put("zone_validity_mode", "duration");
        json.put("zone_validity", duration.toString());
      }
    }
    return json;
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " " + unit.sign() + switch (validity) {
      case Until(long instant) -> " until " + Micros.toInstant(instant);
      case Lasting(Duration duration) -> " for " + duration;
    };
  }
}
