package io.parkbench.kernel;

/** Where links come from. A gateway listens, stations dial; faults are rules in between. */
public interface Net {
  /** Offers every handshake from now on to {@code acceptor}; there is one at a time. */
  void listen(Acceptor acceptor);

  /**
   * Connects a station. The outcome is told to {@code listener}: {@link LinkListener#opened} or {@link LinkListener#refused}.
   */
  void dial(Handshake handshake, LinkListener listener);

  /** The rules that decide what happens to frames under way. */
  Faults faults();
}
