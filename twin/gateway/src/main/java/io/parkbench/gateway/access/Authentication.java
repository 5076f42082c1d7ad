package io.parkbench.gateway.access;

/** What a token is worth. */
public sealed interface Authentication {

  /** It belongs to this session. */
  record Valid(Session session) implements Authentication {}

  /** It belonged to a session that ended not long ago. */
  record Expired(SessionEnd why) implements Authentication {}

  /** It is none, or one of long ago. */
  record Unknown() implements Authentication {}
}
