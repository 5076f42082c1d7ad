package io.parkbench.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the latest notices, up to {@value #KEPT}. */
final class Notices {
  private static final int KEPT = 1_000;

  private final Deque<GatewayView.Notice> notices = new ArrayDeque<>();

  void add(long at, String station, String text) {
    if (notices.size() == KEPT) {
      notices.removeFirst();
    }
    notices.addLast(new GatewayView.Notice(at, station, text));
  }

  List<GatewayView.Notice> latest() {
    return List.copyOf(notices);
  }
}
