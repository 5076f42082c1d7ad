package io.parkbench.reports.series;

import io.parkbench.kernel.Micros;
import java.util.HashMap;
import java.util.Map;

/**
 * Which MeterValues of a connector are looked at: one a minute. Stations tell them every 10 s, and they would be most of all points. Loop and
 * decoder have one each and come to the same.
 */
final class SampleGate {
  private final Map<String, Long> last = new HashMap<>();

  boolean passes(String station, String connector, long instant) {
    Long before = last.get(station + '\n' + connector);
    if (before != null && instant - before < Micros.MINUTE) {
      return false;
    }
    last.put(station + '\n' + connector, instant);
    return true;
  }
}
