package io.parkbench.kernel;

/**
 * How long a frame is under way, in microseconds, uniform in [min, max].
 *
 * @param min at least 0
 * @param max at least {@code min}
 */
public record Latency(long min, long max) {
  /** A local network with a busy station behind it: 2 to 20 ms. */
  public static final Latency LOCAL = new Latency(2 * Micros.MILLISECOND, 20 * Micros.MILLISECOND);

  public Latency {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("a latency needs 0 <= min <= max: " + min + ", " + max);
    }
  }

  long draw(Chance chance) {
    return chance.between(min, max);
  }
}
