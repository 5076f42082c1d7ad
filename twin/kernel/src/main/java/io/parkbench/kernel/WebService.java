package io.parkbench.kernel;

/**
 * What answers HTTP requests at an address. On virtual nets it is called on the loop's thread; on a live net on the server's own threads,
 * several at a time, so that a slow or hostile client cannot delay the loop.
 */
@FunctionalInterface
public interface WebService {
  /** A request has arrived, its body read whole; an exception is answered with 500. */
  void handle(WebRequest request, Reply reply);

  /** The way back. */
  interface Reply {
    /**
     * Once, now or later, on a live net from any thread. A second one throws {@link IllegalStateException}; what cannot be said in HTTP
     * (see {@link WebSyntax}: a status below 200, a header with a line break) throws {@link IllegalArgumentException} and does not count.
     * The body of what has none (the response to HEAD, 204, 304) is left out.
     */
    void send(WebResponse response);

    /** Runs {@code task} on the loop's thread: now where the caller is on it, else soon. */
    void onLoop(Runnable task);

    /** Whether {@link #handle} was called on the loop's thread. */
    boolean isOnLoop();
  }
}
