package io.parkbench.protocol.ocpp;

/** One message of the conversation, as OCPP-J 1.6 section 4.2 wraps it. */
public sealed interface Frame {
  /** What an answer repeats from its call, so that the two are matched. */
  String messageId();

  /** {@code [2, id, action, payload]}: please do this. */
  record Call(String messageId, Request<?> request) implements Frame {}

  /** {@code [3, id, payload]}: done. */
  record CallResult(String messageId, Response response) implements Frame {}

  /** {@code [4, id, code, description, {}]}: could not. */
  record CallError(String messageId, OcppError error, String description) implements Frame {}
}
