package io.parkbench.gateway.access;

import java.util.List;

/** What came of an attempt to log in. */
public sealed interface LoginResult {

  /**
   * It went well.
   *
   * @param token 256 bits in base64url, shown here once and kept nowhere
   * @param notices what happened to the account's credentials since its last login, one sentence each (ASVS 2.2.3)
   */
  record Granted(Session session, String token, List<String> notices) implements LoginResult {
    @Override
    public String toString() {
      return "Granted[" + session + "]";
    }
  }

  /**
   * It did not. Unknown user, wrong password, disabled and locked account all look alike.
   *
   * @param retryAfterS when another attempt makes sense; 0 where nothing is said of it
   */
  record Refused(Code code, long retryAfterS) implements LoginResult {}

  /** Why not, as problem documents call it. */
  enum Code {
    INVALID_CREDENTIALS("invalid-credentials", 401),
    /** Too many attempts from this source address. */
    RATE_LIMITED("rate-limited", 429),
    /** More logins at the same time than the gateway works on. */
    TOO_BUSY("too-busy", 503);

    private final String problem;
    private final int status;

    Code(String problem, int status) {
      this.problem = problem;
      this.status = status;
    }

    public String problem() {
      return problem;
    }

    public int status() {
      return status;
    }
  }
}
