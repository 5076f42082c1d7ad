package io.parkbench.kernel;

/** Hears one end of a {@link Link}. Every call comes on the loop's thread. */
public interface LinkListener {
  /** The link is up at this end; nothing was heard before. */
  void opened(Link link);

  /** A text frame arrived, whole and in order. It may be anything: nobody has checked it. */
  void text(Link link, String text);

  /** The answer to {@link Link#ping}. */
  default void pong(Link link) {}

  /**
   * The link is down at this end, once, after all else: 1000 to 1015 and a reason from the peer, 1006 when it was cut. Not
   * called for a link that this end closed or abandoned itself.
   */
  void closed(Link link, int code, String reason);

  /** Dialling side only: the handshake was refused ({@code status} 400 to 599) or nobody answered ({@code status} 0). */
  default void refused(Handshake handshake, int status) {}
}
