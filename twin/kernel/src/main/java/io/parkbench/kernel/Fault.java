package io.parkbench.kernel;

/** What goes wrong on a link, as a verdict over its frames or its connection. */
public sealed interface Fault {
  /** Frames vanish with this probability (0 to 1), drawn per frame from the link's own stream. */
  record Drop(double probability) implements Fault {}

  /** Frames take longer, by microseconds uniform in [min, max]; order is kept. */
  record Delay(long min, long max) implements Fault {}

  /** Frames wait until the fault is healed, then go on in order. */
  record Hold() implements Fault {}

  /** Messages arrive twice with this probability, the second right behind the first. */
  record Duplicate(double probability) implements Fault {}

  /** Messages are altered with this probability, so that they are no JSON any more; they are recorded as they are then. */
  record Corrupt(double probability) implements Fault {}

  /** The cable is out: open links break at once at both ends (1006), new ones fail with status 0. */
  record Cut() implements Fault {}

  /** Half-open: neither end is told, and nothing gets through, not even a close; new links fail with status 0. */
  record Silence() implements Fault {}
}
