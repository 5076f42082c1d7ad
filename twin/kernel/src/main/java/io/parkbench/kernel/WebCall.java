package io.parkbench.kernel;

/** A request under way, or its stream. */
public interface WebCall {
  /** Lets go: nothing is told any more, and a stream is closed at its server. */
  void cancel();
}
