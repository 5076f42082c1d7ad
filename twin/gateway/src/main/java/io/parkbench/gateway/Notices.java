package io.parkbench.gateway;

import io.parkbench.gateway.view.GatewayView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Keeps the latest notices, up to {@value #KEPT}. */
final class Notices {
  private static final int KEPT = 1_000;

  private final Deque<GatewayView.Notice> notices = new ArrayDeque<>();
  private final Queue<GatewayView.Notice> elsewhere = new ConcurrentLinkedQueue<>();
  private Consumer<GatewayView.Notice> hearer = notice -> {};

  /** Tells {@code next} each notice from now on. */
  void tell(Consumer<GatewayView.Notice> next) {
    hearer = next;
  }

  /** From any thread; it is told with the next one, or when somebody looks. */
  void addFromAnywhere(long at, String station, String text) {
    elsewhere.add(new GatewayView.Notice(at, station, text));
  }

  private void takeIn() {
    for (GatewayView.Notice notice = elsewhere.poll(); notice != null; notice = elsewhere.poll()) {
      keep(notice);
    }
  }

  void add(long at, String station, String text) {
    takeIn();
    keep(new GatewayView.Notice(at, station, text));
  }

  private void keep(GatewayView.Notice notice) {
    if (notices.size() == KEPT) {
      notices.removeFirst();
    }
    notices.addLast(notice);
    hearer.accept(notice);
  }

  List<GatewayView.Notice> latest() {
    takeIn();
    return List.copyOf(notices);
  }
}
