package io.parkbench.gateway.api;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Remembers which availability stations have scheduled for the end of a session. On the loop's thread. */
final class Pending {
  private final Map<String, Boolean> scheduled = new TreeMap<>();
  private Map<String, Boolean> latest = Map.of();

  /** A station said what it makes of a command for a connector; 0 is all of them. */
  void told(String station, int connector, boolean available, Commands.Availability answer, int connectors) {
    for (int number = connector == 0 ? 1 : connector; number <= (connector == 0 ? connectors : connector); number++) {
      if (answer == Commands.Availability.SCHEDULED) {
        scheduled.put(key(station, number), available);
      } else if (answer == Commands.Availability.APPLIED) {
        scheduled.remove(key(station, number));
      }
    }
    latest = Map.copyOf(scheduled);
  }

  /** What was scheduled has come to be, or its station is gone: it is not known any more. */
  void over(String station, int connector) {
    if (scheduled.remove(key(station, connector)) != null) {
      latest = Map.copyOf(scheduled);
    }
  }

  /** As it stands; never changes. */
  Map<String, Boolean> latest() {
    return latest;
  }

  /** What a connector is going to be, by {@link #latest}; null for nothing. */
  static @Nullable String of(Map<String, Boolean> pending, String station, int connector) {
    Boolean available = pending.get(key(station, connector));
    return available == null ? null : available ? "available" : "unavailable";
  }

  private static String key(String station, int connector) {
    return station + "/" + connector;
  }
}
