package io.parkbench.plant.breaker;

import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.List;

/** The currents of the last minutes, as many changes as it has room for. */
final class History {
  private static final int ROOM = 120;
  private static final long SPAN = 5 * Micros.MINUTE;

  private final long[] instants = new long[ROOM];
  private final double[][] amps = new double[ROOM][3];
  private long written;

  /** From {@code now} on so much flows; a second word of one instant replaces the first. */
  void add(long now, double l1, double l2, double l3) {
    if (written == 0 || instants[slot(written - 1)] != now) {
      written++;
    }
    int slot = slot(written - 1);
    instants[slot] = now;
    amps[slot][0] = l1;
    amps[slot][1] = l2;
    amps[slot][2] = l3;
  }

  /** What flowed on a supply phase in the last five minutes, beginning with what flowed when they began. */
  List<Trip.Point> last(long now, int phase) {
    List<Trip.Point> points = new ArrayList<>();
    for (long i = Math.max(0, written - ROOM); i < written; i++) {
      Trip.Point point = new Trip.Point(instants[slot(i)], amps[slot(i)][phase - 1]);
      if (point.at() <= now - SPAN) {
        points.clear();
      }
      points.add(point);
    }
    return points;
  }

  private static int slot(long i) {
    return (int) (i % ROOM);
  }
}
