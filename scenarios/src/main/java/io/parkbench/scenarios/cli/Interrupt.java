package io.parkbench.scenarios.cli;

import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Time;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, in order: what runs says goodbye before the process ends. */
@RealWorld("a signal comes from outside on a thread of its own")
final class Interrupt {
  private Interrupt() {}

  /** On an interrupt, {@code goodbye} runs on the loop and then the loop ends. */
  static void stops(Time time, Runnable goodbye) {
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("interrupt").unstarted(() -> {
      time.post(() -> {
        goodbye.run();
        time.after(200_000, () -> {
          time.close();
          done.countDown();
        });
      });
      try {
        done.await(2, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }));
  }
}
