package io.parkbench.plant.load;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import java.time.Duration;
import java.util.List;

/**
 * A current that jumps at planned times; nothing flows before the first.
 *
 * @param points in the order of time, at least one
 */
public record Steps(List<Point> points) implements Load {
  /** Fails with {@link IllegalArgumentException} where there is no point, or one is not after the one before it. */
  public Steps {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a load has at least one step");
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).after().compareTo(points.get(i - 1).after()) <= 0) {
        throw new IllegalArgumentException("each step comes after the one before it");
      }
    }
  }

  /**
   * From then on that current.
   *
   * @param after since the load began, 0 or more
   */
  public record Point(Duration after, LoadAmps amps) {
    public Point {
      if (after.isNegative()) {
        throw new IllegalArgumentException("a step comes 0 s or more after the start, not " + after);
      }
    }
  }

  /** The same current for ever. */
  public static Steps constant(LoadAmps amps) {
    return new Steps(List.of(new Point(Duration.ZERO, amps)));
  }

  /** One jump. */
  public static Steps step(LoadAmps from, Duration at, LoadAmps to) {
    return at.isZero() ? constant(to) : new Steps(List.of(new Point(Duration.ZERO, from), new Point(at, to)));
  }

  @Override
  public Course begin(long start, Chance chance) {
    return new Course() {
      private int next;

      @Override
      public void advance(long now) {
        while (nextChangeAt() <= now) {
          next++;
        }
      }

      @Override
      public LoadAmps amps() {
        return next == 0 ? LoadAmps.ZERO : points.get(next - 1).amps();
      }

      @Override
      public long nextChangeAt() {
        return next == points.size() ? NEVER : start + Micros.of(points.get(next).after());
      }
    };
  }
}
