package io.parkbench.plant.input;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A time for which something closes a contact, planned. */
public sealed interface Closing {
  /** Plans it; {@code close} and {@code open} run when it begins and ends. */
  void plan(Loop loop, Runnable close, Runnable open);

  /**
   * Once.
   *
   * @param after the start
   * @param lasting null: for good
   */
  record Once(Duration after, @Nullable Duration lasting) implements Closing {
    @Override
    public void plan(Loop loop, Runnable close, Runnable open) {
      loop.after(after, () -> {
        close.run();
        if (lasting != null) {
          loop.after(lasting, open);
        }
      });
    }
  }

  /** Every day at the same time by the clocks of {@code zone}; shorter than a day, or {@link IllegalArgumentException}. */
  record EachDay(LocalTime at, Duration lasting, ZoneId zone) implements Closing {
    public EachDay {
      if (lasting.isNegative() || lasting.isZero() || lasting.compareTo(Duration.ofDays(1)) >= 0) {
        throw new IllegalArgumentException("a contact that closes each day is closed for less than 24 h, not " + lasting);
      }
    }

    @Override
    public void plan(Loop loop, Runnable close, Runnable open) {
      LocalDate yesterday = Micros.toInstant(loop.now()).atZone(zone).toLocalDate().minusDays(1);
      plan(loop, close, open, end(yesterday) > loop.now() ? yesterday : yesterday.plusDays(1));
    }

    private void plan(Loop loop, Runnable close, Runnable open, LocalDate day) {
      long end = end(day);
      if (end > loop.now()) {
        loop.at(begin(day), close);
      }
      loop.at(end, () -> {
        open.run();
        plan(loop, close, open, day.plusDays(1));
      });
    }

    private long begin(LocalDate day) {
      return Micros.of(day.atTime(at).atZone(zone).toInstant());
    }

    private long end(LocalDate day) {
      return begin(day) + Micros.of(lasting);
    }
  }
}
