package io.parkbench.kernel;

/** A pin that a contact is wired to, and where its level is read (R-DI-4). What people call it is how faults and the recording know it. */
public sealed interface Pin {
  String name();

  /** In this process: it has the level that its {@link PinDriver} gives it. */
  record Virtual(String name) implements Pin {}

  /**
   * A file that holds {@code 0} or {@code 1}, white space around it, and is looked at again and again.
   *
   * @param path as {@link java.nio.file.Path#of(String, String...)} takes it
   */
  record WatchedFile(String name, String path) implements Pin {}

  /**
   * A line of a Linux GPIO character device.
   *
   * @param chip the device's path, such as {@code /dev/gpiochip0}
   * @param line its offset on the chip, from 0
   * @param debounce µs for which the kernel waits until it tells an edge; 0 for all edges
   */
  record GpioLine(String name, String chip, int line, long debounce) implements Pin {}
}
