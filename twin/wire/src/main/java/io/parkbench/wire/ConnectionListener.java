package io.parkbench.wire;

import io.parkbench.kernel.Frame;

/** Hears one {@link Connection}, on the loop's thread, from within {@link WebSockets#pump}. */
interface ConnectionListener {
  void opened(Connection connection);

  void frame(Connection connection, Frame frame);

  /** The connection is over: once, whoever ended it. */
  void closed(Connection connection, int code, String reason);
}
