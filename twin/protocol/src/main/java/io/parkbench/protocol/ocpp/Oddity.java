package io.parkbench.protocol.ocpp;

/**
 * What can be wrong with a frame, and what {@link Rpc} does about it (OCPP-J 1.6 section 4.2.3). A frame whose message id
 * can be read and which is a call is answered; what no peer waits for is dropped. The link stays up, but for one case.
 */
public enum Oddity {
  /** Longer than the limit: the link is closed with code 1009 and all calls that wait fail. */
  TooLong,
  /** No JSON array that begins with a message type and an id: dropped. */
  NoFrame,
  /** The message type is a number but none of 2, 3, 4: dropped, as section 4.1.3 wants. */
  UnknownMessageType,
  /** A call that cannot be served as it is: answered by a CALLERROR. */
  BadCall,
  /** An answer to our call that cannot be read or is not valid: the call fails with {@link Failure.BadAnswer}. */
  BadAnswer,
  /** An answer to no call that waits: late, doubled, or never asked for. Dropped. */
  UnexpectedAnswer
}
