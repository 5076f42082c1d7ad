package io.parkbench.kernel;

/** The server's end of a response that goes on: called on the loop's thread. */
public interface WebStream {
  /** The head has been sent; chunks may follow. Called once, in a turn of its own, also where {@link #closed} follows at once. */
  void opened(Outlet outlet);

  /** The client is gone, or the connection broke; nothing that is sent now arrives. Not called after {@link Outlet#end}, else at most once. */
  void closed();

  /** Where chunks go, on the loop's thread; after the end of the stream calls are forgotten. */
  interface Outlet {
    /** Sends text, whole events of an event stream; in order, never blocking. A client that does not read is let go by the net. */
    void send(String text);

    void end();
  }
}
