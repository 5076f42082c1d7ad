package io.parkbench.protocol.ocpp;

/** Why a call has no answer that could be used. */
public sealed interface Failure {
  /** The peer answered with a CALLERROR. */
  record Refused(OcppError error, String description) implements Failure {}

  /** The peer answered, but not as the standard wants it. */
  record BadAnswer(OcppError error, String description) implements Failure {}

  /** The peer did not answer in time. It may have done what it was asked all the same. */
  record TimedOut() implements Failure {}

  /** The link closed before the answer, or before the call was sent. */
  record LinkClosed() implements Failure {}
}
