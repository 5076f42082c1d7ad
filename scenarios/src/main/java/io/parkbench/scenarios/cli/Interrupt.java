package io.parkbench.scenarios.cli;

import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Time;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, in order: what runs says goodbye, and the process waits with its end until all that was opened after this is closed.
 * Open it first.
 */
@RealWorld("a signal comes from outside on a thread of its own")
final class Interrupt implements AutoCloseable {
  /** For the goodbyes to get out. */
  private static final long GOODBYE_MICROS = 200_000;

  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;
  private volatile Runnable end = () -> {};
  private volatile Runnable goodbye = () -> {};

  private Interrupt() {
    hook = Thread.ofPlatform().name("interrupt").unstarted(this::interrupted);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on an interrupt ends {@code time}'s run. */
  static Interrupt stops(Time time) {
    Interrupt interrupt = new Interrupt();
    interrupt.end = () -> time.post(() -> {
      interrupt.goodbye.run();
      time.after(GOODBYE_MICROS, time::close);
    });
    return interrupt;
  }

  /** From now on an interrupt calls {@code end}, on a thread of its own. */
  static Interrupt calls(Runnable end) {
    Interrupt interrupt = new Interrupt();
    interrupt.end = end;
    return interrupt;
  }

  /** An interrupt first runs {@code last} on the loop. */
  void after(Runnable last) {
    goodbye = last;
  }

  private void interrupted() {
    end.run();
    try {
      boolean inTime = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        Runtime.getRuntime().halt(Parkbench.FAILED);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the interrupt has come: the hook is what called us
    }
  }
}
