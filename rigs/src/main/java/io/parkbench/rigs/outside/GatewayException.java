package io.parkbench.rigs.outside;

/** A gateway under test that cannot be started or reached; the message says what it said last, and what to do. */
public final class GatewayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public GatewayException(String message) {
    super(message);
  }

  public GatewayException(String message, Throwable cause) {
    super(message, cause);
  }
}
