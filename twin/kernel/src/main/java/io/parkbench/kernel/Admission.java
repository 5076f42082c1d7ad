package io.parkbench.kernel;

import org.jspecify.annotations.Nullable;

/** The central system's answer to a {@link Handshake}. */
public sealed interface Admission {
  /**
   * The link opens.
   *
   * @param subprotocol the chosen one of those offered, or null for none
   * @param listener hears the link from {@link LinkListener#opened} on
   */
  record Accepted(@Nullable String subprotocol, LinkListener listener) implements Admission {}

  /**
   * The link does not open.
   *
   * @param status an HTTP status, 400 to 599 (on real sockets the library always says 404)
   */
  record Refused(int status, String reason) implements Admission {}
}
