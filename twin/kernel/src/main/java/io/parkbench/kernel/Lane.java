package io.parkbench.kernel;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a wire: frames in the order in which they were sent. Those that a fault delays or holds wait here, and all
 * behind them; the others are on the carrier, due at an instant that never goes back.
 */
final class Lane {
  final Direction direction;
  final ArrayDeque<Transit> waiting = new ArrayDeque<>();
  final ArrayDeque<Transit> onWire = new ArrayDeque<>();
  long lastDue;

  Lane(Direction direction) {
    this.direction = direction;
  }

  /** A frame under way, or a goodbye (then {@code frame} is null). */
  static final class Transit {
    final @Nullable Frame frame;
    final boolean raw;
    final long sent;
    final long latency;
    final long ready;
    final FaultRules.@Nullable Rule hold;
    final int code;
    final String reason;

    private Transit(
        @Nullable Frame frame, boolean raw, long sent, long latency, long ready, FaultRules.@Nullable Rule hold, int code,
        String reason) {
      this.frame = frame;
      this.raw = raw;
      this.sent = sent;
      this.latency = latency;
      this.ready = ready;
      this.hold = hold;
      this.code = code;
      this.reason = reason;
    }

    static Transit of(Frame frame, boolean raw, long sent, long latency, long delay, FaultRules.@Nullable Rule hold) {
      return new Transit(frame, raw, sent, latency, sent + delay, hold, 0, "");
    }

    static Transit goodbye(long sent, long latency, long delay, FaultRules.@Nullable Rule hold, int code, String reason) {
      return new Transit(null, false, sent, latency, sent + delay, hold, code, reason);
    }

    boolean isReady(long now) {
      return now >= ready && (hold == null || hold.isHealed());
    }
  }
}
