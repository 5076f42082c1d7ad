package io.parkbench.gateway;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Timer;

/** A loop whose clock fails while a test wants it to. */
final class BrokenLoop implements Loop {
  private final Loop loop;
  boolean broken;

  BrokenLoop(Loop loop) {
    this.loop = loop;
  }

  @Override
  public long now() {
    if (broken) {
      throw new IllegalStateException("secret of the inside");
    }
    return loop.now();
  }

  @Override
  public Timer at(long instant, Runnable task) {
    return loop.at(instant, task);
  }

  @Override
  public void atEndOfInstant(Runnable task) {
    loop.atEndOfInstant(task);
  }

  @Override
  public void close() {
    loop.close();
  }
}
