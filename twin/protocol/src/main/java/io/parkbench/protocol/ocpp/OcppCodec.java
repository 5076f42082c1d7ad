package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/** Frames to text and back. */
public final class OcppCodec {
  /** Finds the call that an answer belongs to. */
  @FunctionalInterface
  public interface Outstanding {
    /** The action called under that id, or null if no call waits for it. */
    @Nullable Action action(String messageId);
  }

  public String encode(Frame frame) {
    throw new UnsupportedOperationException("comes with the next commit");
  }

  public Frame decode(String text, Role me, Outstanding outstanding) {
    throw new UnsupportedOperationException("comes with the next commit");
  }
}
