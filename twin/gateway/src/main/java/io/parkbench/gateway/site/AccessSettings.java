package io.parkbench.gateway.site;

import java.time.Duration;

/**
 * Who may log in, how often and for how long (R-SEC-1, R-BEMS-9); {@link #DEFAULTS} meet OWASP ASVS 4.0.3 level 2, and the ranges of the site
 * file keep it so but for {@link Policy#SEED}.
 *
 * @param policy which rules passwords and locks follow
 * @param iterations of PBKDF2-HMAC-SHA-256 for a new password, 100 000 to 10 000 000 (2.4.4)
 * @param maxAttempts wrong passwords in a row that lock an account, 3 to 10
 * @param lock how long the first lock lasts, 30 s to 15 min; each further one twice as long
 * @param longestLock where the doubling ends, not below {@code lock}, to 15 min
 * @param loginsPerMinute from one source address, 1 to 60
 * @param sessionLife when a session ends however busy, 1 min to 12 h (3.3.2)
 * @param sessionIdle when an unused session of the API ends, 1 to 30 min (3.3.2)
 * @param consoleIdle when an unused session of the console ends, 1 to 30 min (R-SEC-1: 600 s)
 * @param sessionsPerUser open at a time, 1 to 100; one more ends the oldest
 * @param requestsPerSecond of one session in the long run, 1 to 1000
 * @param requestBurst of one session at once, 1 to 10 000
 * @param firstRunCode how long the code for the first administrator is good, 1 min to 1 h (2.3.1)
 * @param auditRecords how many records the audit log keeps, 100 to 1 000 000
 */
public record AccessSettings(
    Policy policy,
    int iterations,
    int maxAttempts,
    Duration lock,
    Duration longestLock,
    int loginsPerMinute,
    Duration sessionLife,
    Duration sessionIdle,
    Duration consoleIdle,
    int sessionsPerUser,
    int requestsPerSecond,
    int requestBurst,
    Duration firstRunCode,
    int auditRecords) {

  /** Which rules passwords and locks follow. */
  public enum Policy {
    /** 12 to 128 characters, no composition rules, none of the common ones; locks double: the default. */
    ASVS("asvs"),
    /** As the user guide has it: from 8 with upper, lower, digit and special; every lock the same. Below ASVS level 2. */
    SEED("seed");

    private final String text;

    Policy(String text) {
      this.text = text;
    }

    /** The name as written in a site file. */
    public String text() {
      return text;
    }
  }

  public static final AccessSettings DEFAULTS = new AccessSettings(
      Policy.ASVS,
      210_000,
      6,
      Duration.ofSeconds(60),
      Duration.ofMinutes(15),
      5,
      Duration.ofHours(12),
      Duration.ofMinutes(30),
      Duration.ofSeconds(600),
      16,
      10,
      20,
      Duration.ofMinutes(15),
      10_000);

  /** The same with other rules for passwords and locks. */
  public AccessSettings with(Policy other) {
    return new AccessSettings(other, iterations, maxAttempts, lock, longestLock, loginsPerMinute, sessionLife, sessionIdle,
        consoleIdle, sessionsPerUser, requestsPerSecond, requestBurst, firstRunCode, auditRecords);
  }
}
