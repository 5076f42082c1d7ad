package io.parkbench.gateway.allocation;

/** What decided a setpoint. */
public enum Rule {
  /** It is the session's maximum: nothing holds it back. */
  FULL,
  /** It is the same percentage of the maximum as for the others held back by the row that is full. */
  SHARE,
  /** That percentage would lie below the floor, so it is the floor; the row that is full stands with it. */
  FLOOR,
  /** It is 0 A: a row had no room for the floor after those that come before in the shed order. */
  SHED
}
