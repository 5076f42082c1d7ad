package io.parkbench.gateway.access;

/** What the audit log knows of (ASVS 7.1.3, 7.2.1, 7.2.2). */
public enum AuditAction {
  LOGIN,
  LOGOUT,
  /** A session ended by itself or by others. */
  SESSION_END,
  /** A request without a good token. */
  AUTHENTICATE,
  /** A request for something the session may not do. */
  ACCESS,
  /** More requests than allowed. */
  RATE,
  /** Input that was refused: a body, a parameter. */
  INPUT,
  /** An account, a password, a first-run code. */
  CREDENTIALS,
  /** A setting, a reduction, an availability. */
  CONFIGURATION,
  /** Refusals so often that somebody should look (ASVS 11.1.7). */
  UNUSUAL
}
