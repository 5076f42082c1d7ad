package io.parkbench.kernel;

/**
 * One end of a WebSocket connection between a station and a central system. Frames arrive whole, in order, or not at all.
 * Calls on a link that is not open do nothing: whoever needs to know listens to {@link LinkListener#closed}.
 */
public interface Link {
  /** The station's OCPP box identity, the same at both ends. */
  String identity();

  Handshake handshake();

  /** Sends one JSON value without line breaks. */
  void send(String json);

  /** Sends any text, also what is no JSON: for devices that misbehave. */
  void sendRaw(String text);

  /** Sends a WebSocket ping; the answer is {@link LinkListener#pong}. */
  void ping();

  /** Says goodbye (codes of RFC 6455, reason at most 123 bytes); frames under way to this end are lost. */
  void close(int code, String reason);

  /** Lets go without a word, as a process that dies: the peer may never learn of it. */
  void abandon();

  boolean isOpen();
}
