package io.parkbench.gateway.lease;

/** The rules that keep leases safe, by name, so that the model can break each of them and show the overload. All hold in production. */
enum LeaseRule {
  /** A connector counts with what it could be drawing, not with what it shall draw (R-LEASE-2). */
  COUNT_WORST_CASE,
  /** A lease replaces the ones before it when it is answered, not when it is sent (R-LEASE-3). */
  CONFIRM_AFTER_ANSWER,
  /** Accepted alone does not confirm a cut; a sample does (R-LEASE-3). */
  CONFIRM_BY_SAMPLE,
  /** The sample was taken after the answer and a car's reaction time (R-LEASE-3). */
  SAMPLE_AFTER_SETTLING,
  /** The sample is at or below the new limit (R-LEASE-3). */
  SAMPLE_BELOW_LIMIT,
  /** A sample above the limit by the tolerance confirms all the same, else no cut is ever confirmed (R-LEASE-3). */
  TOLERANCE,
  /** The end of a lease is as uncertain as its station's clock (R-LEASE-7). */
  COUNT_CLOCK_ERROR,
  /** An idle connector counts with its base (R-LEASE-2). */
  COUNT_IDLE,
  /** A lease without an answer may have arrived (R-LEASE-2). */
  COUNT_UNANSWERED,
  /** One sent on an earlier link may still arrive after one of the present link (R-LEASE-2). */
  COUNT_EARLIER_LINKS,
  /** Renewed while it still runs (R-LEASE-8). */
  RENEW_BEFORE_END,
  /** Every lease says what comes after it (R-LEASE-1). */
  SECOND_PERIOD,
  /** A degraded value above the lease is room that is needed when the lease runs out (R-DEG-9). */
  RESERVE_DEGRADED,
  /** A changed degraded value is told at once, so that a later loss finds it (R-DEG-9). */
  RESEND_DEGRADED,
  /** A raise waits until its room is proved free (R-LEASE-3). */
  RAISE_AFTER_CUT,
  /** A link that is up but silent has answered nothing: half-open is not alive (R-DEG-8). */
  SILENCE_IS_NO_ANSWER
}
