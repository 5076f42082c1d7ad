package io.parkbench.wire;

import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Frame;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.wire.modbus.LoopbackModbus;
import io.parkbench.wire.web.LoopbackWeb;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries frames through real WebSockets, requests and replies through real Modbus and HTTPS, on this machine's loopback interface, under
 * virtual time: a frame is written when it is sent and awaited when it is due.
 */
public final class SocketCarrier implements Carrier {
  private static final int FRAME_BYTES_MAX = 16 * 1024 * 1024;

  private final VirtualTime time;
  private final WebSockets sockets;
  private final InetSocketAddress address;
  private final Map<Integer, Wire> wires = new HashMap<>();
  private @Nullable Filed accepted;
  private boolean refusing;
  /** Null until there is something to ask. */
  private @Nullable LoopbackModbus modbus;
  private @Nullable LoopbackWeb web;

  /** What one end has heard and nobody has collected. */
  private static final class Filed implements ConnectionListener {
    final ArrayDeque<Frame> frames = new ArrayDeque<>();
    final Connection connection;
    boolean open;
    boolean closed;

    Filed(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void opened(Connection opened) {
      open = true;
    }

    @Override
    public void frame(Connection from, Frame frame) {
      frames.add(frame);
    }

    @Override
    public void closed(Connection gone, int code, String reason) {
      closed = true;
    }
  }

  private record Wire(String name, Filed station, Filed central) {
    Connection sender(Direction direction) {
      return direction == Direction.UP ? station.connection : central.connection;
    }

    Filed receiver(Direction direction) {
      return direction == Direction.UP ? central : station;
    }
  }

  public SocketCarrier(VirtualTime time) {
    this.time = time;
    this.sockets = new WebSockets(time, FRAME_BYTES_MAX);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    this.address = new InetSocketAddress(loopback, sockets.listen(new InetSocketAddress(loopback, 0), this::judge));
  }

  private @Nullable ConnectionListener judge(Handshake handshake, Connection connection) {
    if (refusing) {
      return null;
    }
    accepted = new Filed(connection);
    return accepted;
  }

  @Override
  public void open(int wire, Handshake handshake, @Nullable String subprotocol) {
    accepted = null;
    Filed station = dial(handshake);
    time.await(() -> station.open && accepted != null && accepted.open, "the link of " + handshake.identity() + " to open");
    Filed central = accepted;
    if (central != null) {
      wires.put(wire, new Wire(handshake.identity(), station, central));
    }
  }

  @Override
  public void refuse(Handshake handshake, int status) {
    refusing = true;
    Filed station = dial(handshake);
    time.await(() -> station.closed, "the handshake of " + handshake.identity() + " to be refused");
    refusing = false;
  }

  private Filed dial(Handshake handshake) {
    Connection connection = sockets.connect(address, "/" + Urls.escape(handshake.identity()), handshake);
    Filed filed = new Filed(connection);
    connection.hearBy(filed);
    return filed;
  }

  @Override
  public void carry(int wire, Direction direction, Frame frame) {
    wire(wire).sender(direction).send(frame);
  }

  @Override
  public Frame collect(int wire, Direction direction) {
    Filed receiver = wire(wire).receiver(direction);
    if (receiver.frames.isEmpty()) {
      time.await(() -> !receiver.frames.isEmpty(), "a frame of " + wire(wire).name + " going " + direction);
    }
    return receiver.frames.remove();
  }

  @Override
  public void close(int wire, Direction direction, int code, String reason) {
    Wire closing = wire(wire);
    closing.sender(direction).close(code, reason);
    finish(wire, closing);
  }

  @Override
  public void sever(int wire) {
    Wire severed = wire(wire);
    severed.station.connection.sever();
    finish(wire, severed);
  }

  private void finish(int number, Wire wire) {
    time.await(() -> wire.station.closed && wire.central.closed, "the link of " + wire.name + " to close");
    if (!wire.station.frames.isEmpty() || !wire.central.frames.isEmpty()) {
      throw new IllegalStateException("frames of " + wire.name + " were left on the wire");
    }
    wires.remove(number);
  }

  @Override
  public void exchange(Endpoint with, byte[] request, byte[] reply) {
    LoopbackModbus carrier = modbus;
    if (carrier == null) {
      carrier = new LoopbackModbus(time);
      modbus = carrier;
    }
    carrier.exchange(with, request, reply);
  }

  @Override
  public void web(Endpoint to, WebRequest request, WebResponse response) {
    loopbackWeb().exchange(to, request, response);
  }

  @Override
  public void openStream(int stream, Endpoint to, WebRequest request, WebResponse head) {
    loopbackWeb().open(stream, to, request, head);
  }

  @Override
  public void carryChunk(int stream, String text) {
    loopbackWeb().carry(stream, text);
  }

  @Override
  public String collectChunk(int stream) {
    return loopbackWeb().collect(stream);
  }

  @Override
  public void closeStream(int stream, Direction by) {
    loopbackWeb().close(stream, by);
  }

  private LoopbackWeb loopbackWeb() {
    LoopbackWeb carrier = web;
    if (carrier == null) {
      carrier = new LoopbackWeb(time);
      web = carrier;
    }
    return carrier;
  }

  private Wire wire(int number) {
    Wire wire = wires.get(number);
    if (wire == null) {
      throw new IllegalStateException("wire " + number + " is not open");
    }
    return wire;
  }

  @Override
  public void close() {
    sockets.close();
    if (modbus != null) {
      modbus.close();
    }
    if (web != null) {
      web.close();
    }
  }
}
