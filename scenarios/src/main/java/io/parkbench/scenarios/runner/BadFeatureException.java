package io.parkbench.scenarios.runner;

/** Features that cannot be run: none found, not Gherkin, or a tag expression that is none. The message is for the user. */
public final class BadFeatureException extends Exception {
  private static final long serialVersionUID = 1;

  BadFeatureException(String message) {
    super(message);
  }

  BadFeatureException(String message, Throwable cause) {
    super(message, cause);
  }
}
