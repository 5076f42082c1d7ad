package io.parkbench.kernel;

/** Something outside the loop that delivers on the loop's own thread when asked: a selector with its sockets. */
public interface Pump {
  /**
   * Handles what is ready, waiting for it for at most {@code nanos} (0: not at all).
   *
   * @return whether anything was handled
   */
  boolean pump(long nanos);

  /** Ends a wait in {@link #pump} early; from any thread. */
  void wakeUp();

  /** What is known about frames sent and heard, and errors: for the message of a wait that failed. */
  String describe();
}
