package io.parkbench.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Moves bytes for a {@link VirtualNet} and decides nothing. Every call returns only when what it asks for has physically
 * happened at both ends. Wires are numbered by the net, from 0.
 */
public interface Carrier extends AutoCloseable {
  /** Connects wire {@code wire}: the server side chooses {@code subprotocol}. */
  void open(int wire, Handshake handshake, @Nullable String subprotocol);

  /** Lets the server side refuse this handshake. */
  void refuse(Handshake handshake, int status);

  /** Puts a frame on the wire. */
  void carry(int wire, Direction direction, Frame frame);

  /** Takes the next frame off the wire's other end, in the order in which they were put on. */
  Frame collect(int wire, Direction direction);

  /** Closes the wire as the end that sends in {@code direction} asks; all frames have been collected before. */
  void close(int wire, Direction direction, int code, String reason);

  /** Breaks the wire without a goodbye; all frames have been collected before. */
  void sever(int wire);

  /**
   * Sends a request to the device at an address and its reply back.
   *
   * @throws IllegalStateException when either arrives changed
   */
  void exchange(Endpoint with, byte[] request, byte[] reply);

  /**
   * Sends a request to the web server at an address and its response back.
   *
   * @throws IllegalStateException when either arrives changed
   */
  void web(Endpoint to, WebRequest request, WebResponse response);

  /** The same for a head behind which chunks follow. Streams are numbered by the net, from 0. */
  void openStream(int stream, Endpoint to, WebRequest request, WebResponse head);

  /** Puts a chunk on the stream, not an empty one. */
  void carryChunk(int stream, String text);

  /** Takes the next chunk off at the client's end. */
  String collectChunk(int stream);

  /** Closes the stream: {@code UP} as the server ends it, {@code DOWN} as the client lets go; all chunks have been collected before. */
  void closeStream(int stream, Direction by);

  @Override
  void close();
}
