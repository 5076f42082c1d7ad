package io.parkbench.gateway.access;

import io.parkbench.kernel.Micros;

/**
 * One line of the audit log: what somebody tried, and what came of it (ASVS 7.1.4). All text is free of control characters.
 *
 * @param number counts up from 1 in the order of writing
 * @param at µs since 1970
 * @param who the login, or {@code -} where there is none
 * @param from the client's address
 * @param detail further circumstances, empty for none
 */
public record AuditRecord(
    long number, long at, String who, String from, AuditAction action, Outcome outcome, String detail, String traceId) {

  /** How it ended. */
  public enum Outcome {
    DONE,
    DENIED,
    FAILED
  }

  /** The instant in UTC, ending in {@code Z} (ASVS 7.3.4). */
  public String time() {
    return Micros.toInstant(at).toString();
  }
}
