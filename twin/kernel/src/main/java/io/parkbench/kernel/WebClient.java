package io.parkbench.kernel;

/** Asks web servers; never blocks the loop. */
@FunctionalInterface
public interface WebClient {
  /**
   * Sends a request and tells {@code answer} on the loop's thread. What cannot be said in HTTP (see {@link WebSyntax}) throws
   * {@link IllegalArgumentException}.
   *
   * @param to the server's address; its name is the asker's, by which faults and the recording go; the unit is 0
   * @param timeout µs until a response, or the head of a stream, counts as late
   */
  WebCall send(Endpoint to, WebRequest request, long timeout, WebAnswer answer);
}
