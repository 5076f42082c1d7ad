package io.parkbench.protocol.ocpp;

/** Serves the calls of the peer. */
@FunctionalInterface
public interface RequestHandler {
  /**
   * Serves one call, now or later, through {@code responder}. An {@link OcppException} thrown here is answered as such; any
   * other exception is a mistake of ours, is answered as InternalError and then thrown on.
   *
   * @param request valid, and of an action that the peer may call
   */
  void handle(Request<?> request, Responder responder);

  /**
   * Something was not as it should be; {@link Oddity} says what has been done about it already.
   *
   * @param text the frame as it came
   * @param why for people
   */
  default void odd(Oddity oddity, String text, String why) {}
}
