package io.parkbench.gateway.access;

/** What came of a change to accounts, passwords or sessions; one that is refused has changed nothing. */
public sealed interface Change {

  record Done() implements Change {}

  /**
   * @param text what is wrong and what to do, for the one who asked
   * @param retryAfterS when another attempt makes sense; 0 where nothing is said of it
   */
  record Refused(Reason reason, String text, long retryAfterS) implements Change {}

  /** Why not, with the HTTP status that fits. */
  enum Reason {
    FORBIDDEN(403),
    /** The password that was to prove who asks is wrong. */
    WRONG_PASSWORD(403),
    /** The new password breaks the rules. */
    PASSWORD_RULES(422),
    /** The login's name cannot be one. */
    NAME(422),
    TAKEN(409),
    LAST_ADMIN(409),
    NOT_FOUND(404),
    /** The first-run code is wrong, used or too old. */
    CODE(403),
    RATE_LIMITED(429),
    TOO_BUSY(503),
    /** The accounts could not be written. */
    STORE(500);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  static Change refused(Reason reason, String text) {
    return new Refused(reason, text, 0);
  }
}
