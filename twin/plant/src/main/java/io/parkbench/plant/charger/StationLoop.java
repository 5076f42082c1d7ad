package io.parkbench.plant.charger;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Timer;
import java.util.ArrayDeque;

/** The station's processor: a loop that can freeze, and then does what it missed, in order, when it thaws (R-PLANT-3). */
final class StationLoop implements Loop {
  private final Loop loop;
  private final ArrayDeque<Runnable> missed = new ArrayDeque<>();
  private boolean frozen;

  StationLoop(Loop loop) {
    this.loop = loop;
  }

  void freeze() {
    frozen = true;
  }

  void thaw() {
    frozen = false;
    while (!frozen && !missed.isEmpty()) {
      missed.removeFirst().run();
    }
  }

  /** The electronics restart: what was missed is forgotten. */
  void reset() {
    frozen = false;
    missed.clear();
  }

  /** Runs {@code task} now, or in its turn when the processor runs again. */
  void whenAwake(Runnable task) {
    if (frozen || !missed.isEmpty()) {
      missed.addLast(task);
    } else {
      task.run();
    }
  }

  @Override
  public long now() {
    return loop.now();
  }

  @Override
  public Timer at(long instant, Runnable task) {
    Due due = new Due(task);
    due.timer = loop.at(instant, due);
    return due;
  }

  @Override
  public void atEndOfInstant(Runnable task) {
    loop.atEndOfInstant(() -> whenAwake(task));
  }

  @Override
  public void close() {
    loop.close();
  }

  /** A timer that can still be cancelled while it waits for the thaw. */
  private final class Due implements Timer, Runnable {
    private final Runnable task;
    private Timer timer = () -> {};
    private boolean cancelled;

    Due(Runnable task) {
      this.task = task;
    }

    @Override
    public void cancel() {
      cancelled = true;
      timer.cancel();
    }

    @Override
    public void run() {
      if (frozen || !missed.isEmpty()) {
        missed.addLast(this::runLate);
      } else {
        task.run();
      }
    }

    private void runLate() {
      if (!cancelled) {
        task.run();
      }
    }
  }
}
