package io.parkbench.gateway;

import io.parkbench.gateway.view.GatewayView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the latest notices, up to {@value #KEPT}. */
final class Notices {
  private static final int KEPT = 1_000;

  private final Deque<GatewayView.Notice> notices = new ArrayDeque<>();
  private Consumer<GatewayView.Notice> hearer = notice -> {};

  /** Tells {@code next} each notice from now on. */
  void tell(Consumer<GatewayView.Notice> next) {
    hearer = next;
  }

  void add(long at, String station, String text) {
    if (notices.size() == KEPT) {
      notices.removeFirst();
    }
    GatewayView.Notice notice = new GatewayView.Notice(at, station, text);
    notices.addLast(notice);
    hearer.accept(notice);
  }

  List<GatewayView.Notice> latest() {
    return List.copyOf(notices);
  }
}
