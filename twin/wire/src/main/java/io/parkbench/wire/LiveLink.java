package io.parkbench.wire;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.FaultRules;
import io.parkbench.kernel.Frame;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Micros;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** One of our ends of a link on a real socket. */
final class LiveLink implements Link, ConnectionListener {
  /** How long the peer may take to answer a goodbye before the socket is closed under it. */
  private static final long GOODBYE_MICROS = 5 * Micros.SECOND;

  private final LiveNet net;
  private final Connection connection;
  private final Direction sends;
  private final LinkListener listener;
  private final Chance chance;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private boolean up;
  private boolean left;

  /** A frame that a fault keeps back, and all that came after it. */
  private record Waiting(Frame frame, boolean raw, long ready, FaultRules.@Nullable Rule hold) {
    boolean isReady(long now) {
      return now >= ready && (hold == null || hold.isHealed());
    }
  }

  LiveLink(LiveNet net, Connection connection, Direction sends, LinkListener listener, Chance chance) {
    this.net = net;
    this.connection = connection;
    this.sends = sends;
    this.listener = listener;
    this.chance = chance;
  }

  Direction sends() {
    return sends;
  }

  @Override
  public String identity() {
    return connection.handshake().identity();
  }

  @Override
  public Handshake handshake() {
    return connection.handshake();
  }

  @Override
  public boolean isOpen() {
    return up && !left && connection.isOpen();
  }

  @Override
  public void send(String json) {
    send(new Frame(Frame.Opcode.TEXT, json), false);
  }

  @Override
  public void sendRaw(String text) {
    send(new Frame(Frame.Opcode.TEXT, text), true);
  }

  @Override
  public void ping() {
    send(Frame.PING, false);
  }

  private void send(Frame frame, boolean raw) {
    if (!isOpen()) {
      return;
    }
    long now = net.time().now();
    switch (net.rules().judge(identity(), sends, chance)) {
      case FaultRules.Verdict.Lost(String why) -> net.recorder().lost(now, identity(), sends, now, frame, raw, why);
      case FaultRules.Verdict.Hindered odd -> {
        Frame altered = odd.alter(frame, chance);
        for (int i = odd.copies(frame); i > 0; i--) {
          enqueue(new Waiting(altered, raw || odd.corrupt(), now + odd.delay(), odd.hold()));
        }
      }
      case FaultRules.Verdict.Pass() -> enqueue(new Waiting(frame, raw, now, null));
    }
  }

  private void enqueue(Waiting frame) {
    waiting.add(frame);
    if (waiting.size() == 1) {
      release();
    }
  }

  /** Sends what no fault keeps any longer. */
  void release() {
    long now = net.time().now();
    for (Waiting head = waiting.peek(); head != null && isOpen(); head = waiting.peek()) {
      if (!head.isReady(now)) {
        if (now < head.ready) {
          net.time().at(head.ready, this::release);
        }
        return;
      }
      waiting.remove();
      connection.send(head.frame);
      if (!net.isOurs(this)) {
        net.recorder().frame(now, identity(), sends, now, head.frame, head.raw);
      }
    }
  }

  @Override
  public void close(int code, String reason) {
    if (isOpen()) {
      leave(code, reason);
      connection.close(code, reason);
      net.time().after(GOODBYE_MICROS, connection::sever);
    }
  }

  @Override
  public void abandon() {
    if (isOpen()) {
      leave(1006, "");
      connection.sever();
    }
  }

  private void leave(int code, String why) {
    left = true;
    net.over(this, code, why);
  }

  /** The cable is out: this end hears it at once. */
  void cut() {
    leave(1006, "");
    connection.sever();
    net.time().execute(() -> listener.closed(this, 1006, ""));
  }

  @Override
  public void opened(Connection opened) {
    up = true;
    net.opened(this);
    listener.opened(this);
  }

  @Override
  public void frame(Connection from, Frame frame) {
    if (left) {
      return;
    }
    long now = net.time().now();
    boolean raw = frame.opcode() == Frame.Opcode.TEXT && !JsonLines.isOneValue(frame.text());
    if (net.rules().isUnreachable(identity())) {
      net.recorder().lost(now, identity(), sends.opposite(), now, frame, raw, "silence");
      return;
    }
    net.recorder().frame(now, identity(), sends.opposite(), now, frame, raw);
    switch (frame.opcode()) {
      case TEXT -> {
        net.countFrame();
        listener.text(this, frame.text());
      }
      case PING -> send(Frame.PONG, false);
      case PONG -> listener.pong(this);
    }
  }

  @Override
  public void closed(Connection gone, int code, String reason) {
    if (left) {
      return;
    }
    left = true;
    if (up) {
      net.over(this, code, reason);
      listener.closed(this, code, reason);
    } else if (sends == Direction.UP) {
      int status = LiveNet.statusIn(reason);
      net.refused(identity(), status, reason);
      listener.refused(handshake(), status);
    }
  }
}
