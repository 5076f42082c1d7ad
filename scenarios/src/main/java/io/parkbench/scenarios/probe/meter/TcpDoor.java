package io.parkbench.scenarios.probe.meter;

import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.RealWorld;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Connections to a real meter on which nothing is said. Blocks meanwhile. */
@RealWorld("sockets of a real device")
public final class TcpDoor implements Door {
  private static final int CONNECT_MILLIS = 2_000;
  /** A meter that does not want a connection closes it well within this. */
  private static final int REFUSED_MILLIS = 200;

  private final InetSocketAddress address;

  public TcpDoor(InetSocketAddress address) {
    this.address = address;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public int open(int more) {
    List<Socket> sockets = new ArrayList<>();
    int open = 0;
    try {
      for (int i = 0; i < more; i++) {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.connect(address, CONNECT_MILLIS);
      }
    } catch (IOException e) {
      sockets.removeLast(); // refused or not answered: those before it are what there is
    }
    for (Socket socket : sockets) {
      open += isOver(socket, REFUSED_MILLIS) ? 0 : 1;
    }
    sockets.forEach(TcpDoor::close);
    return open;
  }

  @Override
  public long closesAfter(long micros) {
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      long begun = RealTime.nanos();
      return isOver(socket, (int) (micros / 1_000)) ? (RealTime.nanos() - begun) / 1_000 : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static boolean isOver(Socket socket, int millis) {
    try {
      socket.setSoTimeout(millis);
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // it is over either way
    }
  }
}
