package io.parkbench.kernel;

/** The pins that contacts are wired to. A pin that is driven in this process is virtual, whatever else it would be. */
public interface Pins {
  /**
   * Listens to a pin, one at a time. It is told its level soon, never within this call; a pin that cannot be had is told as lost, and
   * tried again.
   *
   * @throws IllegalStateException where somebody in this process listens to it already
   */
  Listening listen(Pin pin, PinListener listener);

  /** The contact's end of the pin of that name, which is low until it is driven. */
  PinDriver driver(String name);

  /** A pin that is listened to. */
  interface Listening extends AutoCloseable {
    /** Nothing more is told, and the pin is free for others. */
    @Override
    void close();
  }
}
