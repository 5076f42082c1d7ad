package io.parkbench.wire.pins;

import io.parkbench.kernel.Pin;
import io.parkbench.kernel.PinListener;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Time;
import java.io.IOException;

/**
 * Waits for the edges of a GPIO line on a thread of its own, which only posts to the loop. After edges that were missed, and each second,
 * the level itself is read; a line that cannot be had is asked for again each second.
 */
@RealWorld("a pin's edges come when they come")
final class GpioWatch implements Pins.Listening {
  private static final int WAIT_MILLIS = 100;
  private static final int WAITS_UNTIL_READ = 10;
  private static final long WAIT_NANOS = WAIT_MILLIS * 1_000_000L;

  private final Time time;
  private final Gpio gpio;
  private final Pin.GpioLine pin;
  private final PinListener listener;
  private volatile boolean closed;

  GpioWatch(Time time, Gpio gpio, Pin.GpioLine pin, PinListener listener) {
    this.time = time;
    this.gpio = gpio;
    this.pin = pin;
    this.listener = listener;
    Thread.ofPlatform().name("parkbench-gpio-" + pin.name()).daemon().start(this::run);
  }

  private void run() {
    try {
      while (!closed) {
        try (Gpio.Line line = gpio.request(pin)) {
          watch(line);
        } catch (IOException e) {
          String why = String.valueOf(e.getMessage());
          post(() -> listener.lost(why));
          for (int i = 0; i < WAITS_UNTIL_READ && !closed; i++) {
            RealTime.rest(WAIT_NANOS);
          }
        }
      }
    } catch (RuntimeException e) {
      time.fail(e);
    }
  }

  private void watch(Gpio.Line line) throws IOException {
    tell(line.read());
    long number = 0;
    int waits = 0;
    while (!closed) {
      Gpio.Edge edge = line.next(WAIT_MILLIS);
      if (edge != null) {
        tell(edge.rising());
        if (edge.number() != number + 1) {
          tell(line.read());
        }
        number = edge.number();
      } else if (++waits % WAITS_UNTIL_READ == 0) {
        tell(line.read());
      }
    }
  }

  private void tell(boolean high) {
    post(() -> listener.level(high));
  }

  private void post(Runnable what) {
    time.post(() -> {
      if (!closed) {
        what.run();
      }
    });
  }

  @Override
  public void close() {
    closed = true;
  }
}
