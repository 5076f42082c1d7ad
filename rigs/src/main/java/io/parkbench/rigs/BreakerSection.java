package io.parkbench.rigs;

import io.parkbench.gateway.protection.Breaker;
import io.parkbench.plant.breaker.Device;
import io.parkbench.plant.breaker.Device.Characteristic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes what protects a zone of the simulated site (R-PLANT-2), three poles alike: what the zone is said to have ({@code breaker}), unless
 * its {@code plant} part says otherwise.
 *
 * <pre>
 * zones:
 *   - {id: row, max_a: 63, plant: {breaker: {rating_a: 63, curve: C}}}
 *   - {id: hall, max_a: 250, plant: {breaker: {rating_a: 250, curve: MCCB, isd: 8, tr_s: 16}}}
 *   - {id: main, max_a: 400, plant: {breaker: {rating_a: 400, curve: gG}}}
 * </pre>
 */
final class BreakerSection {
  private static final List<String> MOULDED = List.of("rating_a", "curve", "isd", "tr_s");
  private static final List<String> OTHERS = List.of("rating_a", "curve");

  private BreakerSection() {}

  /** The device of an entry; what is wrong with it fails with {@link IllegalArgumentException}. */
  static Device read(Map<String, Object> entry) {
    String curve = String.valueOf(entry.get("curve"));
    List<String> keys = curve.equals("MCCB") ? MOULDED : OTHERS;
    Map<String, Object> others = new LinkedHashMap<>(entry);
    others.keySet().removeAll(keys);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "no such key: " + String.join(", ", others.keySet()) + "; there are " + String.join(", ", keys));
    }
    double rating = LoadSection.number("rating_a", entry.get("rating_a"));
    return switch (curve) {
      case "B", "C", "D" -> Device.miniature(Characteristic.valueOf(curve), rating);
      case "MCCB" -> Device.moulded(
          rating, number(entry, "isd", Device.USUAL_SHORT_TIME), number(entry, "tr_s", Device.USUAL_LONG_DELAY));
      case "gG" -> Device.fuse(rating);
      default -> throw new IllegalArgumentException("curve is B, C, D, MCCB or gG, not '" + curve + "'");
    };
  }

  /** The device that the site file says is there. */
  static Device declared(Breaker breaker) {
    return switch (breaker.curve()) {
      case B, C, D -> Device.miniature(Characteristic.valueOf(breaker.curve().name()), breaker.amps());
      case MCCB -> Device.moulded(
          breaker.amps(), Objects.requireNonNullElse(breaker.shortTime(), Device.USUAL_SHORT_TIME),
          Objects.requireNonNullElse(breaker.longDelay(), Device.USUAL_LONG_DELAY));
      case GG -> Device.fuse(breaker.amps());
    };
  }

  private static double number(Map<String, Object> entry, String key, double otherwise) {
    return LoadSection.number(key, Objects.requireNonNullElse(entry.get(key), otherwise));
  }
}
