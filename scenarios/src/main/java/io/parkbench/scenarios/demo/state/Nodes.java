package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.PerPhase;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Numbers as the page gets them: no finer than anybody sees, so that what has not changed for people is not sent again. */
final class Nodes {
  private static final long MICROS_PER_MILLI = 1_000;

  private Nodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** To a tenth. */
  static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  static double hundredth(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** 0.1 A as A. */
  static double amps(int da) {
    return da / 10.0;
  }

  static ArrayNode amps(PerPhase da) {
    return array().add(amps(da.l1Da())).add(amps(da.l2Da())).add(amps(da.l3Da()));
  }

  /** Supply phases 1 to 3. */
  static ArrayNode phases(IntToDoubleFunction amps) {
    ArrayNode node = array();
    for (int phase = 1; phase <= 3; phase++) {
      node.add(tenth(amps.applyAsDouble(phase)));
    }
    return node;
  }

  /** µs since 1970 as ms. */
  static long millis(long micros) {
    return Math.floorDiv(micros, MICROS_PER_MILLI);
  }

  /** The same where there may be no such instant: null for one that is negative or never comes. */
  static @Nullable Long instant(long micros) {
    return micros < 0 || micros == Long.MAX_VALUE ? null : Long.valueOf(millis(micros));
  }
}
