package io.parkbench.plant.charger;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Timer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a station has to do later, on one timer of its loop: each duty is an {@link Entry} with at most one due instant. Duties
 * of one instant run in the order in which they were made.
 */
final class Agenda {
  static final long NEVER = Long.MAX_VALUE;

  private final Loop loop;
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable Timer timer;
  private long timerAt = NEVER;
  private boolean running;

  Agenda(Loop loop) {
    this.loop = loop;
  }

  /** A duty that is not due yet. */
  Entry entry(Runnable duty) {
    Entry entry = new Entry(duty);
    entries.add(entry);
    return entry;
  }

  /** One duty and when it is due. */
  final class Entry {
    private final Runnable duty;
    private long dueAt = NEVER;

    private Entry(Runnable duty) {
      this.duty = duty;
    }

    /** Due at {@code instant} and no longer when it was; {@link Agenda#NEVER} forgets it. */
    void at(long instant) {
      dueAt = instant;
      if (instant < timerAt) {
        arm(instant);
      }
    }

    /** Due at {@code instant}, unless it is earlier already. */
    void atLatest(long instant) {
      if (instant < dueAt) {
        at(instant);
      }
    }

    void after(long micros) {
      at(loop.now() + micros);
    }

    void never() {
      dueAt = NEVER;
    }

    boolean isDue() {
      return dueAt != NEVER;
    }
  }

  /** Nothing is due any more. */
  void clear() {
    for (Entry entry : entries) {
      entry.never();
    }
    if (timer != null) {
      timer.cancel();
    }
    timerAt = NEVER;
  }

  private void arm(long instant) {
    if (running) {
      return; // armed once for all when the duties are done
    }
    if (timerAt != NEVER && timer != null) {
      timer.cancel();
    }
    timerAt = instant;
    timer = loop.at(instant, this::run);
  }

  private void run() {
    timerAt = NEVER;
    running = true;
    try {
      runDue(loop.now());
    } finally {
      running = false;
      rearm();
    }
  }

  private void runDue(long now) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.dueAt <= now) {
        entry.dueAt = NEVER;
        entry.duty.run();
      }
    }
  }

  private void rearm() {
    long next = NEVER;
    for (int i = 0; i < entries.size(); i++) {
      next = Math.min(next, entries.get(i).dueAt);
    }
    if (next != NEVER) {
      arm(next);
    }
  }
}
