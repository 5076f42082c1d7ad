package io.parkbench.kernel;

/** A stream of pseudo-random draws (SplitMix64). Made by {@link Seed#fork}; not for two threads. */
public final class Chance {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  Chance(long state) {
    this.state = state;
  }

  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [from, to]; {@code to} below {@code from} throws {@link IllegalArgumentException}. */
  public long between(long from, long to) {
    if (to < from) {
      throw new IllegalArgumentException("empty range: " + from + " to " + to);
    }
    return from + (long) (nextDouble() * (to - from + 1));
  }

  /** True with probability {@code p}, 0 to 1; draws in every case. */
  public boolean happens(double p) {
    return nextDouble() < p;
  }

  /** Normally distributed (Box-Muller). */
  public double gaussian(double mean, double deviation) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return mean + deviation * radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }
}
