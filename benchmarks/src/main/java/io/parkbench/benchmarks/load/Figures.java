package io.parkbench.benchmarks.load;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Says figures. */
final class Figures {
  private Figures() {}

  /** A histogram of µs. */
  static String milliseconds(Histogram micros) {
    return String.format(Locale.ROOT, "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms (%d)",
        micros.getValueAtPercentile(50) / 1e3, micros.getValueAtPercentile(90) / 1e3, micros.getValueAtPercentile(99) / 1e3,
        micros.getValueAtPercentile(99.9) / 1e3, micros.getMaxValue() / 1e3, micros.getTotalCount());
  }
}
