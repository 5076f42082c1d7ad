package io.parkbench.kernel;

/**
 * Where links and exchanges come from. A gateway listens and stations dial; a gateway asks and meters reply; faults are rules in between.
 */
public interface Net {
  /** Offers every handshake from now on to {@code acceptor}; there is one at a time. */
  void listen(Acceptor acceptor);

  /**
   * Connects a station. The outcome is told to {@code listener}: {@link LinkListener#opened} or {@link LinkListener#refused}.
   */
  void dial(Handshake handshake, LinkListener listener);

  /** Puts a device at an address, so that {@link #exchange} finds it there; another one that was there before is gone. */
  default void serve(String host, int port, Responder device) {
    throw new UnsupportedOperationException("this net carries links only");
  }

  /** What asks the devices at their addresses. */
  default Exchange exchange() {
    throw new UnsupportedOperationException("this net carries links only");
  }

  /**
   * Puts a web server at an address, so that {@link #web} finds it there: over TLS, and where it is real on plain HTTP too, marked so.
   * Another one that was there before is gone.
   */
  default void serveWeb(String host, int port, WebService service) {
    throw new UnsupportedOperationException("this net carries links only");
  }

  /** What asks web servers. */
  default WebClient web() {
    throw new UnsupportedOperationException("this net carries links only");
  }

  /** The pins that contacts are wired to. */
  default Pins pins() {
    throw new UnsupportedOperationException("this net carries links only");
  }

  /** The rules that decide what happens to frames and requests under way. */
  Faults faults();
}
