package io.parkbench.gateway.access;

import io.parkbench.kernel.Micros;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notices who is refused again and again (ASVS 8.1.4, 11.1.7, 11.1.8). */
final class UnusualActivity {
  /** So many refusals within {@link #WINDOW} are unusual. */
  static final int MANY = 20;

  static final long WINDOW = 5 * Micros.MINUTE;
  private static final int MOST_SOURCES = 10_000;

  private final Map<String, Deque<Long>> refusals = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
      return size() > MOST_SOURCES;
    }
  };

  /** Counts a refusal; true for the one that makes it unusual, after which counting begins anew. */
  synchronized boolean refused(long now, String who) {
    Deque<Long> window = refusals.computeIfAbsent(who, key -> new ArrayDeque<>());
    while (!window.isEmpty() && window.peekFirst() <= now - WINDOW) {
      window.removeFirst();
    }
    window.addLast(now);
    if (window.size() < MANY) {
      return false;
    }
    window.clear();
    return true;
  }
}
