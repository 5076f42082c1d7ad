package io.parkbench.gateway.access;

/** Why a session is over. */
public enum SessionEnd {
  /** Its user said so. */
  LOGOUT,
  /** Not used for too long. */
  IDLE,
  /** As old as it may get. */
  LIFE,
  /** Its user ended it from another one. */
  ENDED_BY_USER,
  /** The password was changed. */
  PASSWORD_CHANGED,
  /** The account was removed, switched off or given another role. */
  ACCOUNT_CHANGED,
  /** Too many of the same user; this was the oldest. */
  CROWDED_OUT
}
