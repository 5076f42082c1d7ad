package io.parkbench.reports.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A step line holds its value until the next change, and thinning loses no peak. */
class StepSeriesTest {
  @Test
  void theValueHoldsUntilTheNextChange() {
    StepSeries series = new StepSeries();
    series.add(10, 6);
    series.add(20, 16);

    assertTrue(Double.isNaN(series.at(9)));
    assertEquals(6, series.at(10));
    assertEquals(6, series.at(19));
    assertEquals(16, series.at(20));
    assertEquals(16, series.at(1_000));
  }

  @Test
  void theLastValueOfAnInstantCountsAndNoChangeLeavesNoTrace() {
    StepSeries series = new StepSeries();
    series.add(10, 6);
    series.add(20, 16);
    series.add(20, 6);
    series.add(30, 6);

    assertEquals(1, series.size());
    assertEquals(6, series.at(30));
  }

  @Test
  void shortLinesAreKeptExactly() {
    StepSeries series = zigzag(2_000);

    assertSame(series, series.thinned(2_000));
  }

  @Test
  void longLinesKeepPeaksTroughsAndTheEnd() {
    StepSeries series = zigzag(100_000);
    series.add(100_001, 99);
    series.add(100_002, -7);
    series.add(100_003, 5);
    StepSeries thin = series.thinned(2_000);

    assertTrue(thin.size() <= 2_000, thin.size() + " steps");
    assertEquals(99, thin.max());
    assertEquals(-7, thin.at(100_002));
    assertEquals(5, thin.at(100_003));
    assertEquals(series.value(0), thin.value(0));
  }

  private static StepSeries zigzag(int steps) {
    StepSeries series = new StepSeries();
    for (int i = 0; i < steps; i++) {
      series.add(i, i % 7);
    }
    return series;
  }
}
