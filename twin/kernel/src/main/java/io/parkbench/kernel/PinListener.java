package io.parkbench.kernel;

/** Hears a pin, on the loop's thread. */
public interface PinListener {
  /** The pin has this level: first as it is found, then after each edge, and again when it had been lost. */
  void level(boolean high);

  /**
   * Nobody knows its level any more.
   *
   * @param why what is wrong, and what would help
   */
  void lost(String why);
}
