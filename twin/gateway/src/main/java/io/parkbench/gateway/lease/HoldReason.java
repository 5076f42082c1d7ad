package io.parkbench.gateway.lease;

/** Why a setpoint cannot be given yet though the allocation grants it: the closed list that console and report show. */
public enum HoldReason {
  /** Another connector has been told a lower value and not answered yet. */
  WAITING_FOR_CUT("waits for the cut of"),
  /** Another has accepted a cut, and a sample that shows it has not come. */
  SETTLING_SAMPLE("waits for a sample of"),
  /** Another is lost, and its lease still runs. */
  LOST_UNTIL("waits for the lease to run out of the lost"),
  /** Another is lost, and how its clock runs is not known: its lease counts for ever. */
  CLOCK_UNBOUNDED("cannot have the room of the lost one with an unknown clock"),
  /** Another will fall back to a degraded value above what it has now. */
  DEGRADED_RESERVED("leaves room for the degraded setpoint of"),
  /** A session could start there without asking. */
  IDLE_BASE("leaves room for a start at"),
  /** Another is not known to obey and counts with its rating. */
  UNPROVED("leaves room for the rating of the unproved"),
  /** Another's lease could not be said again in time and may still be in force. */
  UNANSWERED("waits for an answer of"),
  /** The connector's own last call is not answered. */
  OWN_ANSWER("waits for its own station's answer"),
  /** The connector's own station is lost. */
  OWN_LINK("is lost"),
  /** Calls are spread so that stations and network keep up (R-LEASE-8). */
  WRITE_BUDGET("waits for its turn to be told"),
  /** The hard limit itself leaves no more. */
  LIMIT("is held by the hard limit");

  private final String words;

  HoldReason(String words) {
    this.words = words;
  }

  /** What stands between the one held back and the one that holds it, in English. */
  public String words() {
    return words;
  }
}
