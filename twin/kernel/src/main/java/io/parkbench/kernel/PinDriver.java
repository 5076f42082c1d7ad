package io.parkbench.kernel;

/** The contact's end of a virtual pin. */
@FunctionalInterface
public interface PinDriver {
  /** Gives the pin this level, from now on. */
  void drive(boolean high);
}
