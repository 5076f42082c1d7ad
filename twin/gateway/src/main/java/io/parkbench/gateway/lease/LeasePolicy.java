package io.parkbench.gateway.lease;

/** What counts for a station that is lost: this gateway's leases, or, to compare with, what others do. Only {@link #LEASES} is safe. */
public enum LeasePolicy {
  /** Everything it could be drawing (R-LEASE-2). */
  LEASES,
  /** Its degraded setpoint, at once, as the user guide has it (UG 2.6.4.1). */
  SUBTRACT_DEGRADED,
  /** Nothing; stations fall back by themselves all the same. */
  SUBTRACT_NOTHING,
  /** Nothing, and setpoints have no end. */
  NONE
}
