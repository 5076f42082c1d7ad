package io.parkbench.plant.load;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import java.time.Duration;

/**
 * A motor that is started directly on line now and then: a lift, a pump, a compressor. Its inrush falls to the running current in
 * equal ratios, {@value #STAIRS} stairs over the decay. Induction motors draw 5 to 8 times their rated current when they start
 * (IEC 60034-12), for tenths of a second to several seconds.
 *
 * @param running what it draws at speed
 * @param inrush so many times the running current in the beginning, 1 or more
 * @param decay until it runs at speed
 * @param runs how long it is on each time, the decay included
 * @param every from one start to the next, on average
 * @param spread share of {@code every} by which the time from start to start is drawn shorter or longer, 0 to 1
 */
public record Motor(LoadAmps running, double inrush, Duration decay, Duration runs, Duration every, double spread) implements Load {
  static final int STAIRS = 4;

  /** Times the running current. */
  public static final double USUAL_INRUSH = 6;

  public Motor {
    if (!(inrush >= 1 && inrush <= 100)) {
      throw new IllegalArgumentException("inrush is 1 to 100 times the running current, not " + inrush);
    }
    if (!(spread >= 0 && spread <= 1)) {
      throw new IllegalArgumentException("spread is a share from 0 to 1, not " + spread);
    }
    if (decay.isNegative() || runs.compareTo(decay) < 0 || runs.isZero()) {
      throw new IllegalArgumentException("a motor runs for longer than 0 s, at least as long as its inrush decays");
    }
    if (Micros.of(every) * (1 - spread) < Micros.of(runs)) {
      throw new IllegalArgumentException(
          "starts come every " + every.toSeconds() + " s, less a spread of " + spread + ", and it runs for " + runs.toSeconds()
              + " s: lengthen 'every'");
    }
  }

  @Override
  public Course begin(long start, Chance chance) {
    return new Run(start, chance);
  }

  /** The first start comes within the first {@code every}; with a spread of 0 at its end. */
  private final class Run implements Course {
    private final Chance chance;
    private long started;
    private long nextStart;
    private int stair = STAIRS + 1;
    private LoadAmps amps = LoadAmps.ZERO;

    Run(long start, Chance chance) {
      this.chance = chance;
      long gap = Micros.of(every);
      nextStart = start + (spread == 0 ? gap : chance.between(0, gap));
    }

    @Override
    public void advance(long now) {
      while (nextChangeAt() <= now) {
        if (stair > STAIRS) {
          started = nextStart;
          nextStart = started + gap();
          stair = Micros.of(decay) == 0 ? STAIRS : 0;
        } else {
          stair++;
        }
        amps = stair > STAIRS ? LoadAmps.ZERO : running.times(StrictMath.pow(inrush, (STAIRS - stair) / (double) STAIRS));
      }
    }

    private long gap() {
      long gap = Micros.of(every);
      long wide = Math.round(gap * spread);
      return wide == 0 ? gap : chance.between(gap - wide, gap + wide);
    }

    @Override
    public LoadAmps amps() {
      return amps;
    }

    @Override
    public long nextChangeAt() {
      if (stair > STAIRS) {
        return nextStart;
      }
      return started + (stair == STAIRS ? Micros.of(runs) : Micros.of(decay) * (stair + 1) / STAIRS);
    }
  }
}
