package io.parkbench.plant.load;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import java.time.Duration;

/**
 * Many small loads that come and go: drawn anew in equal intervals, each phase for itself, normally distributed within three
 * deviations.
 *
 * @param mean what it draws on average
 * @param deviation A, 0 or more
 * @param every how long a draw holds
 */
public record Noise(LoadAmps mean, double deviation, Duration every) implements Load {
  private static final double WIDEST = 3;

  public Noise {
    if (!(deviation >= 0 && Double.isFinite(deviation))) {
      throw new IllegalArgumentException("a deviation is 0 A or more, not " + deviation);
    }
    if (every.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("noise is drawn anew every millisecond at most, not every " + every);
    }
  }

  @Override
  public Course begin(long start, Chance chance) {
    return new Course() {
      private long next = start;
      private LoadAmps amps = LoadAmps.ZERO;

      @Override
      public void advance(long now) {
        while (next <= now) {
          amps = mean.plus(new LoadAmps(draw(chance), draw(chance), draw(chance)));
          next += Micros.of(every);
        }
      }

      @Override
      public LoadAmps amps() {
        return amps;
      }

      @Override
      public long nextChangeAt() {
        return next;
      }
    };
  }

  private double draw(Chance chance) {
    return deviation * Math.clamp(chance.gaussian(0, 1), -WIDEST, WIDEST);
  }
}
