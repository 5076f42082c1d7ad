package io.parkbench.scenarios.cli;

import io.parkbench.kernel.RealTime;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far long work has come, on standard error: a bar in a terminal, a line now and then elsewhere. */
final class Progress implements AutoCloseable {
  private static final long FIRST_LINE_NANOS = 2_000_000_000L;
  private static final long LINE_EVERY_NANOS = 5_000_000_000L;

  private final String task;
  private final long units;
  private final @Nullable ProgressBar bar;
  private long nextLine = RealTime.nanos() + FIRST_LINE_NANOS;

  /**
   * @param units of work in all
   */
  Progress(String task, String unit, long units) {
    this.task = task;
    this.units = units;
    this.bar = Terminal.isThere()
        ? new ProgressBarBuilder().setTaskName(task)
            .setUnit(" " + unit, 1)
            .setInitialMax(units)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .setUpdateIntervalMillis(200)
            .build()
        : null;
  }

  /** So many units are done. */
  void done(long count) {
    if (bar != null) {
      bar.stepTo(count);
    } else if (RealTime.nanos() >= nextLine && count < units) {
      nextLine = RealTime.nanos() + LINE_EVERY_NANOS;
      System.err.println(task + ": " + 100 * count / units + " %");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
