package io.parkbench.kernel;

/** Which way a frame goes. */
public enum Direction {
  /** From the station to the central system. */
  UP,
  /** From the central system to the station. */
  DOWN;

  public Direction opposite() {
    return this == UP ? DOWN : UP;
  }
}
