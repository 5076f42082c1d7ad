package io.parkbench.gateway.dynamic;

import java.util.Arrays;

/** The highest value that something has had within a span of time up to now; between two values it keeps the earlier one. */
final class Highest {
  private final long span;

  /** Values that may yet be the highest, falling, with the instants at which they ended. */
  private int[] values = new int[8];

  private long[] ends = new long[8];
  private int first;
  private int count;

  /** Looks back over {@code span} µs. */
  Highest(long span) {
    this.span = span;
  }

  void forget() {
    first = 0;
    count = 0;
  }

  /** From {@code now} on the value is this one; instants never go back. */
  void put(long now, int value) {
    if (count > 0) {
      ends[last()] = now;
    }
    while (count > 0 && (values[last()] <= value || ends[last()] < now - span)) {
      count--;
    }
    if (count == values.length) {
      grow();
    }
    count++;
    values[last()] = value;
    ends[last()] = Long.MAX_VALUE;
  }

  /** The highest value from {@code now} − span to {@code now}; nothing was ever put: {@link Integer#MIN_VALUE}. */
  int get(long now) {
    while (count > 1 && ends[first] < now - span) {
      first = (first + 1) % values.length;
      count--;
    }
    return count == 0 ? Integer.MIN_VALUE : values[first];
  }

  /** When {@link #get} falls if nothing is put any more, µs; {@link Long#MAX_VALUE} if it does not. */
  long fallsAt(long now) {
    get(now);
    return count < 2 ? Long.MAX_VALUE : ends[first] + span + 1;
  }

  private int last() {
    return (first + count - 1) % values.length;
  }

  private void grow() {
    int[] oldValues = values;
    long[] oldEnds = ends;
    int size = values.length;
    values = Arrays.copyOf(values, 2 * size);
    ends = Arrays.copyOf(ends, 2 * size);
    for (int i = 0; i < size; i++) {
      values[i] = oldValues[(first + i) % size];
      ends[i] = oldEnds[(first + i) % size];
    }
    first = 0;
  }
}
