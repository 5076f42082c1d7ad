package io.parkbench.wire;

import io.parkbench.kernel.Frame;
import io.parkbench.kernel.Handshake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.jspecify.annotations.Nullable;

/** One end of a WebSocket connection on a real socket, served by the loop's own thread. */
final class Connection {
  /** Hears a connection whose handshake has not been judged yet. */
  private static final ConnectionListener NOBODY = new ConnectionListener() {
    @Override
    public void opened(Connection connection) {}

    @Override
    public void frame(Connection connection, Frame frame) {}

    @Override
    public void closed(Connection connection, int code, String reason) {}
  };

  private final WebSockets owner;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final boolean server;
  private ConnectionListener listener = NOBODY;
  private @Nullable WebSocketImpl socket;
  private @Nullable Handshake handshake;
  private @Nullable ClientHandshakeBuilder request;
  private boolean over;

  Connection(WebSockets owner, SocketChannel channel, SelectionKey key, boolean server) {
    this.owner = owner;
    this.channel = channel;
    this.key = key;
    this.server = server;
  }

  /** Binds the protocol engine; once, before anything else. */
  void bind(WebSocketImpl engine) {
    socket = engine;
    engine.setSelectionKey(key);
    engine.setChannel(channel);
  }

  private WebSocketImpl engine() {
    WebSocketImpl bound = socket;
    if (bound == null) {
      throw new IllegalStateException("the connection has no engine yet");
    }
    return bound;
  }

  ConnectionListener listener() {
    return listener;
  }

  /** From now on {@code next} hears this connection. */
  void hearBy(ConnectionListener next) {
    listener = next;
  }

  void handshake(Handshake heard) {
    handshake = heard;
  }

  Handshake handshake() {
    Handshake heard = handshake;
    if (heard == null) {
      throw new IllegalStateException("no handshake has been heard yet");
    }
    return heard;
  }

  /** What {@link #startHandshake} will say; client side only. */
  void request(ClientHandshakeBuilder request) {
    this.request = request;
  }

  void startHandshake() throws InvalidHandshakeException {
    ClientHandshakeBuilder wanted = request;
    if (wanted != null) {
      engine().startHandshake(wanted);
    }
  }

  SocketChannel channel() {
    return channel;
  }

  boolean isOpen() {
    return !over && engine().isOpen();
  }

  boolean isOver() {
    return over;
  }

  void send(Frame frame) {
    if (!isOpen()) {
      return;
    }
    switch (frame.opcode()) {
      case TEXT -> engine().send(frame.text());
      case PING -> engine().sendFrame(new PingFrame());
      case PONG -> engine().sendFrame(new PongFrame());
    }
    owner.countSent();
  }

  /** Starts the closing handshake. */
  void close(int code, String reason) {
    if (!over) {
      engine().close(code == CloseFrame.ABNORMAL_CLOSE ? CloseFrame.NORMAL : code, reason);
    }
  }

  /** Closes the socket without a word. */
  void sever() {
    if (!over) {
      engine().closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
      release();
    }
  }

  /** Lets the operating system have the socket back; nothing is heard any more. */
  void release() {
    over = true;
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      owner.note("closing a socket: " + e.getMessage());
    }
  }

  /** Reads what has arrived and hands it to the engine. */
  void read(ByteBuffer buffer) {
    try {
      while (!over) {
        buffer.clear();
        int count = channel.read(buffer);
        if (count == 0) {
          return;
        }
        if (count < 0) {
          endOfStream();
          return;
        }
        buffer.flip();
        engine().decode(buffer);
        if (count < buffer.capacity()) {
          return;
        }
      }
    } catch (IOException e) {
      endOfStream();
    }
  }

  private void endOfStream() {
    engine().eot();
    release();
  }

  /** Writes what the engine wants sent, as far as the socket takes it; the selector asks again for the rest. */
  void write() {
    WebSocketImpl engine = engine();
    try {
      ByteBuffer head = engine.outQueue.peek();
      while (head != null) {
        channel.write(head);
        if (head.hasRemaining()) {
          interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
          return;
        }
        engine.outQueue.remove();
        head = engine.outQueue.peek();
      }
      interest(SelectionKey.OP_READ);
      // RFC 6455 7.1.1: the server closes the TCP connection first, the client waits for that.
      if (server && engine.isFlushAndClose()) {
        engine.closeConnection();
        release();
      }
    } catch (IOException e) {
      endOfStream();
    }
  }

  private void interest(int operations) {
    if (key.isValid() && key.interestOps() != operations) {
      key.interestOps(operations);
    }
  }
}
