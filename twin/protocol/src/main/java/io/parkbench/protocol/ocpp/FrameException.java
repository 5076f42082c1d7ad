package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/** A text is not a frame that can be used. Says which part of it could be read. */
public final class FrameException extends OcppException {
  private static final long serialVersionUID = 1L;

  private final Oddity oddity;
  private final @Nullable String messageId;

  FrameException(Oddity oddity, @Nullable String messageId, OcppError error, String description) {
    super(error, description);
    this.oddity = oddity;
    this.messageId = messageId;
  }

  public Oddity oddity() {
    return oddity;
  }

  /** Present where the oddity is BadCall, BadAnswer or UnexpectedAnswer, else null. */
  public @Nullable String messageId() {
    return messageId;
  }
}
