package io.parkbench.gateway.lease;

import java.util.Arrays;

/**
 * What all connectors together could be drawing in each row (zone × 4 + phase, or + 3 for power; 0.1 A or 0.1 W): the sums now,
 * and the steps in which they change at later instants if nothing more is said. Only what has changed is counted anew.
 */
final class Outlook {
  private final HardLimits limits;
  private final Leasehold[] all;
  private final Course[] courses;
  private final int[] sums;

  /** Of everyone's most, now or later: never less than a sum at any time. */
  private final int[] peaks;

  /** The steps to come in order of time: when, whose, from how much to how much (0.1 A of its session). */
  private long[] at;

  private Leasehold[] who;
  private int[] fromDa;
  private int[] toDa;
  private int steps;

  private long changes;
  private long freed;
  private int limitChanges;

  Outlook(HardLimits limits, Leasehold[] all) {
    this.limits = limits;
    this.all = all;
    sums = new int[limits.zones() * HardLimits.KINDS];
    peaks = new int[sums.length];
    courses = new Course[all.length];
    int size = Math.max(4 * all.length, 16);
    at = new long[size];
    who = new Leasehold[size];
    fromDa = new int[size];
    toDa = new int[size];
    for (int i = 0; i < courses.length; i++) {
      courses[i] = new Course();
      all[i].moved = true;
    }
  }

  /** Takes in what was said and heard, and what has lapsed by {@code now}. */
  void refresh(long now) {
    if (limitChanges != limits.changes()) {
      limitChanges = limits.changes();
      freed++;
    }
    for (int i = 0; i < courses.length; i++) {
      Leasehold hold = all[i];
      if (hold.moved || courses[i].until <= now) {
        refresh(hold, i, now);
      }
    }
  }

  /** The same for one connector, where nothing else can have changed. */
  void refresh(Leasehold hold, long now) {
    refresh(hold, hold.order, now);
  }

  private void refresh(Leasehold hold, int i, long now) {
    Course course = courses[i];
    hold.look(now);
    add(hold, course, -1);
    forget(hold);
    if (course.follow(hold, now)) {
      freed++;
    }
    course.stamp = ++changes;
    add(hold, course, 1);
    remember(hold, course);
  }

  private void add(Leasehold hold, Course course, int sign) {
    for (int zone = hold.zone; zone >= 0; zone = limits.parent(zone)) {
      for (int kind = 0; kind < HardLimits.KINDS; kind++) {
        sums[zone * HardLimits.KINDS + kind] += sign * course.counted[kind];
        peaks[zone * HardLimits.KINDS + kind] += sign * course.peak[kind];
      }
    }
  }

  private void forget(Leasehold hold) {
    int kept = 0;
    for (int step = 0; step < steps; step++) {
      if (who[step] != hold) {
        move(step, kept++);
      }
    }
    steps = kept;
  }

  private void remember(Leasehold hold, Course course) {
    if (steps + course.steps > at.length) {
      int size = 2 * (steps + course.steps);
      at = Arrays.copyOf(at, size);
      who = Arrays.copyOf(who, size);
      fromDa = Arrays.copyOf(fromDa, size);
      toDa = Arrays.copyOf(toDa, size);
    }
    int end = steps + course.steps;
    int old = steps;
    int added = course.steps;
    // from the last to the first, as two sorted piles are laid on one
    for (int to = end - 1; added > 0; to--) {
      if (old > 0 && at[old - 1] > course.at[added - 1]) {
        move(--old, to);
      } else {
        added--;
        at[to] = course.at[added];
        who[to] = hold;
        fromDa[to] = added == 0 ? course.nowDa : course.da[added - 1];
        toDa[to] = course.da[added];
      }
    }
    steps = end;
  }

  private void move(int from, int to) {
    at[to] = at[from];
    who[to] = who[from];
    fromDa[to] = fromDa[from];
    toDa[to] = toDa[from];
  }

  /** Counts up whenever anything is counted anew. */
  long changes() {
    return changes;
  }

  /** Whether a connector, by its order, counts as it did when there had been so many changes. */
  boolean isAsBefore(int order, long changes) {
    return courses[order].stamp <= changes;
  }

  /** Counts up whenever somebody counts with less than before, or a limit is another one. */
  long freed() {
    return freed;
  }

  // what is counted

  /** What is counted in a row now. */
  int sum(int row) {
    return sums[row];
  }

  /** The most that the others than {@code hold} can ever count with in a row of a kind, if nothing more is said. */
  int peakOfOthers(int row, Leasehold hold, int kind) {
    return peaks[row] - courses[hold.order].peak[kind];
  }

  /** What is counted in every row now; a copy. */
  int[] sums() {
    return sums.clone();
  }

  /** What {@code hold} itself counts with now in rows of a kind. */
  int counted(Leasehold hold, int kind) {
    return courses[hold.order].counted[kind];
  }

  /** What the session of {@code hold} counts with now, 0.1 A. */
  int sessionDa(Leasehold hold) {
    return courses[hold.order].nowDa;
  }

  int steps() {
    return steps;
  }

  long at(int step) {
    return at[step];
  }

  Leasehold who(int step) {
    return who[step];
  }

  int fromDa(int step) {
    return fromDa[step];
  }

  int toDa(int step) {
    return toDa[step];
  }
}
