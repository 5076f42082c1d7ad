package io.parkbench.kernel;

/**
 * One WebSocket frame.
 *
 * @param text the payload of a text frame; empty for pings and pongs
 */
public record Frame(Opcode opcode, String text) {
  public static final Frame PING = new Frame(Opcode.PING, "");
  public static final Frame PONG = new Frame(Opcode.PONG, "");

  /** The kinds of frame that links carry; a close is no frame here, see {@link Carrier#close}. */
  public enum Opcode {
    TEXT,
    PING,
    PONG
  }
}
