package io.parkbench.wire.modbus;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** Asks the devices at one address, one after another; its calls block, so they belong on a worker. */
interface Master extends AutoCloseable {
  /** Does nothing if it is connected already. */
  void connect(int millis) throws IOException;

  /**
   * Sends a request and waits for the reply to it.
   *
   * @throws SocketTimeoutException when there is none in time
   * @throws IOException when the connection is over; it is closed then
   */
  byte[] ask(int unit, byte[] request, int millis) throws IOException;

  boolean isConnected();

  @Override
  void close();
}
