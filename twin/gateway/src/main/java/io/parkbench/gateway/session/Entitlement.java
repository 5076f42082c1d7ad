package io.parkbench.gateway.session;

/**
 * What a card may do at a station (R-AUTH-1).
 *
 * @param verdict whether it may charge
 * @param vip whether it is filled first (R-ALLOC-6)
 * @param priority its class: a higher one is filled first (R-ALLOC-10)
 */
public record Entitlement(Verdict verdict, boolean vip, int priority) {
  /** The class of sessions that give way to all others. */
  public static final int LAST = -1_000_000;

  /** The supervisor's answer to a card. */
  public enum Verdict {
    ACCEPTED,
    /** Known, but not allowed, or not here. */
    BLOCKED,
    /** Not known. */
    INVALID
  }

  public boolean accepted() {
    return verdict == Verdict.ACCEPTED;
  }
}
