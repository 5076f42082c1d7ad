package io.parkbench.gateway.access;

import io.parkbench.kernel.Micros;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts logins per source address: so many in any minute, then none until the oldest is a minute ago (ASVS 2.2.1). */
final class SourceLimit {
  private static final int MOST_SOURCES = 10_000;

  private final int perMinute;
  private final Map<String, Deque<Long>> sources = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
      return size() > MOST_SOURCES;
    }
  };

  SourceLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Takes one; 0 if it may go on, else after how many seconds another may. */
  synchronized long take(long now, String address) {
    Deque<Long> minute = sources.computeIfAbsent(network(address), key -> new ArrayDeque<>());
    while (!minute.isEmpty() && minute.peekFirst() <= now - Micros.MINUTE) {
      minute.removeFirst();
    }
    if (minute.size() >= perMinute) {
      return Math.ceilDiv(minute.getFirst() + Micros.MINUTE - now, Micros.SECOND);
    }
    minute.addLast(now);
    return 0;
  }

  /** An IPv6 network is one source, as whoever has one address there has all. */
  static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8))
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
