package io.parkbench.wire;

import io.parkbench.kernel.Frame;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Pump;
import io.parkbench.kernel.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * All WebSocket connections of one loop, servers' and clients', on one selector that the loop itself pumps: Java-WebSocket's
 * protocol engine without its threads. What the engine calls back is only filed, and told to the listeners once the engine has
 * returned.
 */
final class WebSockets implements Pump, AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Time time;
  private final int frameBytesMax;
  private final Selector selector;
  /**
   * What wakes the loop. Not {@link Selector#wakeup}, which has a lock that the loop then needs as well: with all processors busy it waits
   * for a thread that was stopped with the lock in its hand.
   */
  private final Pipe bell;
  // On the heap: the engine reads the array behind it.
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private final ArrayDeque<Runnable> heard = new ArrayDeque<>();
  private final ArrayDeque<String> notes = new ArrayDeque<>();
  private long framesSent;
  private long framesHeard;

  /** Decides over a handshake and names who hears the connection; null refuses it. */
  interface Judge {
    @Nullable
    ConnectionListener judge(Handshake handshake, Connection connection);
  }

  /**
   * Joins {@code time} as a pump.
   *
   * @param frameBytesMax longer messages close their connection with code 1009
   */
  WebSockets(Time time, int frameBytesMax) {
    this.time = time;
    this.frameBytesMax = frameBytesMax;
    try {
      selector = Selector.open();
      bell = Pipe.open();
      bell.sink().configureBlocking(false);
      bell.source().configureBlocking(false);
      bell.source().register(selector, SelectionKey.OP_READ, bell);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    time.add(this);
  }

  /**
   * Serves handshakes on {@code address}; port 0 takes a free one.
   *
   * @return the port
   * @throws UncheckedIOException when the address is taken or not ours
   */
  int listen(InetSocketAddress address, Judge judge) {
    try {
      ServerSocketChannel server = ServerSocketChannel.open();
      server.configureBlocking(false);
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(resolved(address), 1024);
      server.register(selector, SelectionKey.OP_ACCEPT, judge);
      return ((InetSocketAddress) server.getLocalAddress()).getPort();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /**
   * Starts to connect. Nothing is told before the next {@link #pump}, so the caller has time to listen; a connection that fails
   * is told as closed.
   */
  Connection connect(InetSocketAddress address, String resource, Handshake handshake) {
    try {
      resolved(address);
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
      Connection connection = new Connection(this, channel, key, false);
      connection.handshake(handshake);
      connection.bind(new WebSocketImpl(new EngineListener(this, connection, null), draft(handshake.subprotocols())));
      key.attach(connection);
      HandshakeImpl1Client request = new HandshakeImpl1Client();
      request.setResourceDescriptor(resource);
      request.put("Host", address.getHostString() + ":" + address.getPort());
      if (handshake.authorization() != null) {
        request.put("Authorization", handshake.authorization());
      }
      connection.request(request);
      if (channel.connect(address)) {
        finishConnect(connection, key);
      }
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot connect to " + address + ": " + e.getMessage(), e);
    }
  }

  private static InetSocketAddress resolved(InetSocketAddress address) throws UnknownHostException {
    if (address.isUnresolved()) {
      throw new UnknownHostException("unknown host " + address.getHostString());
    }
    return address;
  }

  private Draft draft(List<String> subprotocols) {
    List<IProtocol> protocols = subprotocols.isEmpty() ? List.of(new Protocol(""))
        : subprotocols.stream().<IProtocol>map(Protocol::new).toList();
    return new Draft_6455(List.of(), protocols, frameBytesMax);
  }

  @Override
  public boolean pump(long nanos) {
    try {
      int ready = nanos <= 0 || !heard.isEmpty() ? selector.selectNow() : selector.select(Math.max(1, nanos / 1_000_000));
      if (ready > 0) {
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext();) {
          SelectionKey key = keys.next();
          keys.remove();
          serve(key);
        }
      }
    } catch (IOException e) {
      time.fail(e);
    }
    return tell();
  }

  private boolean tell() {
    boolean any = false;
    for (Runnable next = heard.poll(); next != null; next = heard.poll()) {
      any = true;
      next.run();
    }
    return any;
  }

  private void serve(SelectionKey key) throws IOException {
    if (!key.isValid()) {
      return;
    }
    if (key.isAcceptable()) {
      accept((ServerSocketChannel) key.channel(), (Judge) key.attachment());
      return;
    }
    if (key.attachment() instanceof Pipe) {
      hush();
      return;
    }
    Connection connection = (Connection) key.attachment();
    if (key.isConnectable()) {
      finishConnect(connection, key);
    }
    if (key.isValid() && key.isWritable()) {
      connection.write();
    }
    if (key.isValid() && key.isReadable()) {
      connection.read(buffer);
    }
  }

  /** Takes in that the bell was rung, so that it can be again. */
  private void hush() throws IOException {
    buffer.clear();
    if (bell.source().read(buffer) < 0) {
      bell.source().close();
    }
    buffer.clear();
  }

  private void accept(ServerSocketChannel server, Judge judge) throws IOException {
    SocketChannel channel = server.accept();
    if (channel == null) {
      return;
    }
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    Connection connection = new Connection(this, channel, key, true);
    // A client that names no subprotocol is let in here; whether that is right is the acceptor's to say.
    Draft draft = draft(List.of("ocpp1.6", ""));
    connection.bind(new WebSocketImpl(new EngineListener(this, connection, judge), List.of(draft)));
    key.attach(connection);
  }

  private void finishConnect(Connection connection, SelectionKey key) {
    try {
      connection.channel().finishConnect();
      key.interestOps(SelectionKey.OP_READ);
      connection.startHandshake();
    } catch (IOException | InvalidHandshakeException e) {
      note("connecting to " + connection.handshake().identity() + ": " + e.getMessage());
      connection.release();
      file(() -> connection.listener().closed(connection, 1006, String.valueOf(e.getMessage())));
    }
  }

  /** Keeps what the engine called back until the engine has returned. */
  void file(Runnable told) {
    heard.add(told);
  }

  void countSent() {
    framesSent++;
  }

  void fileFrame(Connection connection, Frame frame) {
    framesHeard++;
    heard.add(() -> connection.listener().frame(connection, frame));
  }

  /** An oddity for the message of a wait that fails; the latest ten are kept. */
  void note(String text) {
    notes.add(text);
    if (notes.size() > 10) {
      notes.remove();
    }
  }

  void fail(Throwable cause) {
    time.fail(cause);
  }

  @Override
  public void wakeUp() {
    try {
      // one that is full has woken the loop already
      bell.sink().write(ByteBuffer.allocate(1));
    } catch (ClosedChannelException e) {
      // a thread that is interrupted closes it: the slow way, then
      selector.wakeup();
    } catch (IOException e) {
      time.fail(e);
    }
  }

  @Override
  public String describe() {
    return "WebSocket frames sent " + framesSent + ", heard " + framesHeard + ", sockets " + selector.keys().size() + ", notes "
        + notes;
  }

  @Override
  public void close() {
    try {
      for (SelectionKey key : List.copyOf(selector.keys())) {
        key.channel().close();
      }
      bell.sink().close();
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
