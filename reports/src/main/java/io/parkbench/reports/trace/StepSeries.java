package io.parkbench.reports.trace;

import java.util.Arrays;

/** A value that holds until its next change: a step line over instants in microseconds since 1970. */
public final class StepSeries {
  private long[] instants = new long[16];
  private double[] values = new double[16];
  private int size;

  /**
   * Notes that the value is {@code value} from {@code instant} on. Of several values at one instant the last one
   * counts, and a value that is no change leaves no trace.
   *
   * @param instant not before the last one noted; an earlier one (a damaged recording) is taken as that last one
   * @param value NaN where there is none from then on
   */
  public void add(long instant, double value) {
    long at = size == 0 ? instant : Math.max(instant, instants[size - 1]);
    if (size > 0 && instants[size - 1] == at) {
      size--;
    }
    if (size > 0 && Double.compare(values[size - 1], value) == 0) {
      return;
    }
    if (size == instants.length) {
      instants = Arrays.copyOf(instants, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    instants[size] = at;
    values[size++] = value;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public long instant(int i) {
    return instants[i];
  }

  public double value(int i) {
    return values[i];
  }

  /** The value at that instant; NaN before the first. */
  public double at(long instant) {
    int i = Arrays.binarySearch(instants, 0, size, instant);
    int last = i >= 0 ? i : -i - 2;
    return last < 0 ? Double.NaN : values[last];
  }

  /** The highest value; NaN when there is none. */
  public double max() {
    double max = Double.NaN;
    for (int i = 0; i < size; i++) {
      max = Double.isNaN(max) || values[i] > max ? values[i] : max;
    }
    return max;
  }

  /** Whether it is 0 wherever it is anything. */
  public boolean isZero() {
    for (int i = 0; i < size; i++) {
      if (values[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether both lines are the same everywhere. */
  public boolean sameAs(StepSeries other) {
    return Arrays.equals(instants, 0, size, other.instants, 0, other.size)
        && Arrays.equals(values, 0, size, other.values, 0, other.size);
  }

  /**
   * This line where it has at most {@code most} steps; else one with about so many that keeps the first, the highest,
   * the lowest and the last value of every stretch of time, so that no peak is lost and every level is met again.
   */
  public StepSeries thinned(int most) {
    if (size <= most) {
      return this;
    }
    StepSeries thin = new StepSeries();
    int buckets = Math.max(1, most / 4);
    double width = (instants[size - 1] - instants[0] + 1) / (double) buckets;
    int from = 0;
    for (int bucket = 1; from < size; bucket++) {
      double end = instants[0] + bucket * width;
      int to = from;
      int low = from;
      int high = from;
      while (to < size && (instants[to] < end || bucket >= buckets)) {
        low = values[to] < values[low] || Double.isNaN(values[low]) ? to : low;
        high = values[to] > values[high] || Double.isNaN(values[high]) ? to : high;
        to++;
      }
      if (to > from) {
        int[] kept = {from, low, high, to - 1};
        Arrays.sort(kept);
        for (int i : kept) {
          thin.add(instants[i], values[i]);
        }
      }
      from = to;
    }
    return thin;
  }
}
