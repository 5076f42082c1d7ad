package io.parkbench.plant.load;

import io.parkbench.kernel.Micros;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A value by the time of day, day after day; before the first time of a day that of the last one holds. */
public final class Daily<T> {
  private final NavigableMap<LocalTime, T> points;
  private final @Nullable ZoneId zone;

  private Daily(Map<LocalTime, T> points, @Nullable ZoneId zone) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a profile has at least one time");
    }
    this.points = new TreeMap<>(points);
    this.zone = zone;
  }

  /** By the clocks of {@code zone}, which may go forward and back. Without any time it fails. */
  public static <T> Daily<T> local(Map<LocalTime, T> points, ZoneId zone) {
    return new Daily<>(points, zone);
  }

  /** By the time since the start, over again every 24 h. Without any time it fails. */
  public static <T> Daily<T> sinceStart(Map<LocalTime, T> points) {
    return new Daily<>(points, null);
  }

  /** The same times with other values. */
  public Daily<T> map(UnaryOperator<T> change) {
    Map<LocalTime, T> changed = new TreeMap<>();
    points.forEach((time, value) -> changed.put(time, change.apply(value)));
    return new Daily<>(changed, zone);
  }

  /** What holds at {@code now}, both µs since 1970. */
  public T at(long start, long now) {
    Map.Entry<LocalTime, T> point = points.floorEntry(timeOfDay(start, now));
    return Objects.requireNonNull(point == null ? points.lastEntry() : point).getValue();
  }

  /** When another value may hold, after {@code now}, or {@link Course#NEVER}. */
  public long nextAfter(long start, long now) {
    if (points.size() == 1) {
      return Course.NEVER;
    }
    LocalTime later = points.higherKey(timeOfDay(start, now));
    boolean tomorrow = later == null;
    LocalTime next = Objects.requireNonNull(tomorrow ? points.firstKey() : later);
    if (zone == null) {
      return now - (now - start) % Micros.DAY + next.toNanoOfDay() / 1_000 + (tomorrow ? Micros.DAY : 0);
    }
    ZonedDateTime today = Micros.toInstant(now).atZone(zone);
    ZonedDateTime then = ZonedDateTime.ofLocal(
        today.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(next), zone, today.getOffset());
    long at = Micros.of(then.toInstant());
    // Where clocks are changed in between, times of day come earlier or twice: looked at again then.
    return Math.min(at > now ? at : Course.NEVER, clocksChange(zone, now));
  }

  private LocalTime timeOfDay(long start, long now) {
    return zone == null
        ? LocalTime.ofNanoOfDay((now - start) % Micros.DAY * 1_000)
        : LocalTime.ofInstant(Micros.toInstant(now), zone);
  }

  private static long clocksChange(ZoneId zone, long now) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(Micros.toInstant(now));
    return change == null ? Course.NEVER : Micros.of(change.getInstant());
  }
}
