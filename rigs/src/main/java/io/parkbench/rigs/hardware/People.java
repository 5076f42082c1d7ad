package io.parkbench.rigs.hardware;

/** Those who move plugs and contacts by hand. From any thread. */
public interface People {
  /** Nobody is there: whatever is asked waits for ever. */
  People NOBODY = (what, done) -> () -> {};

  /**
   * Asks somebody to do something.
   *
   * @param done called on any thread when somebody says that it is done
   */
  Asked ask(String what, Runnable done);

  /** What was asked. */
  @FunctionalInterface
  interface Asked {
    /** It is of no use any more. */
    void withdraw();
  }
}
