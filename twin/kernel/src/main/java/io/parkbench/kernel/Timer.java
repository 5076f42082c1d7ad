package io.parkbench.kernel;

/** A task waiting on a {@link Loop}. */
public interface Timer {
  /** Forgets the task; does nothing if it has run or was cancelled before. */
  void cancel();
}
