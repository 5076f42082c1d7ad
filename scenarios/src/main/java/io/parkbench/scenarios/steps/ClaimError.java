package io.parkbench.scenarios.steps;

/** A claim of a scenario that did not hold; the message says what was so instead, when, and why. */
final class ClaimError extends AssertionError {
  private static final long serialVersionUID = 1;

  ClaimError(String message) {
    super(message);
  }

  /** Where in the library it was noticed tells nobody anything. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
