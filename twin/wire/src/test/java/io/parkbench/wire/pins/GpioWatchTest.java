package io.parkbench.wire.pins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.FaultRules;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Pin;
import io.parkbench.kernel.PinListener;
import io.parkbench.kernel.PinWires;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is made of a GPIO line's edges, with a kernel that does as it is told here. */
class GpioWatchTest {
  private static final Pin.GpioLine PIN = new Pin.GpioLine("input-1", "/dev/gpiochip0", 17, 5_000);

  private final WallClock time = new WallClock();
  private final Kernel kernel = new Kernel();
  private final LivePins pins = new LivePins(time, new PinWires(time, new Seed(1), new FaultRules(new FaultRules.Listener() {
    @Override
    public void began(FaultRules.Rule rule) {}

    @Override
    public void healed(FaultRules.Rule rule) {}
  }), Recording.NONE), Recording.NONE, kernel);
  private final List<String> told = new ArrayList<>();

  private final PinListener listener = new PinListener() {
    @Override
    public void level(boolean high) {
      told.add(high ? "1" : "0");
    }

    @Override
    public void lost(String why) {
      told.add(why);
    }
  };

  /** A chip with one line. */
  private static final class Kernel implements Gpio {
    final BlockingQueue<Edge> edges = new LinkedBlockingQueue<>();
    volatile @Nullable String trouble;
    volatile boolean high;
    volatile boolean taken;

    @Override
    public Line request(Pin.GpioLine pin) throws IOException {
      check();
      if (taken) {
        throw new IOException(CharacterDevice.cannotTake(pin, 16));
      }
      taken = true;
      return new Line() {
        @Override
        public boolean read() throws IOException {
          check();
          return high;
        }

        @Override
        public @Nullable Edge next(int millis) throws IOException {
          check();
          try {
            return edges.poll(millis, TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }

        @Override
        public void close() {
          taken = false;
        }
      };
    }

    private void check() throws IOException {
      String wrong = trouble;
      if (wrong != null) {
        throw new IOException(wrong);
      }
    }
  }

  @AfterEach
  void close() {
    pins.close();
  }

  private void await(String... expected) {
    time.runUntil(() -> told.size() >= expected.length, time.now() + 5 * Micros.SECOND);
    assertEquals(List.of(expected), told);
  }

  private void edge(boolean rising, long number) {
    kernel.high = rising;
    kernel.edges.add(new Gpio.Edge(rising, number));
  }

  @Test
  void theLevelAtTheStartAndEachEdgeAreTold() {
    kernel.high = true;
    pins.listen(PIN, listener);
    await("1");
    edge(false, 1);
    edge(true, 2);
    edge(false, 3);
    await("1", "0", "1", "0");
  }

  @Test
  void afterEdgesThatWereMissedTheLevelItselfIsRead() {
    pins.listen(PIN, listener);
    await("0");
    kernel.edges.add(new Gpio.Edge(true, 5));
    await("0", "1", "0");
  }

  @Test
  void aLineInUseIsAskedForAgainUntilItIsFree() {
    kernel.taken = true;
    pins.listen(PIN, listener);
    await("line 17 of /dev/gpiochip0 is in use by another program or driver: gpioinfo tells by whom; end it or take another line");
    kernel.taken = false;
    kernel.high = true;
    time.runUntil(() -> told.size() > 1, time.now() + 5 * Micros.SECOND);
    assertEquals("1", told.getLast());
  }

  @Test
  void aChipThatIsPulledOutIsLostAndHeardAgainWhenItIsBack() {
    pins.listen(PIN, listener);
    await("0");
    kernel.trouble = "gone: plug it in";
    await("0", "gone: plug it in");
    assertTrue(time.runUntil(() -> !kernel.taken, time.now() + 5 * Micros.SECOND), "let go");
    kernel.trouble = null;
    await("0", "gone: plug it in", "0");
  }

  @Test
  void closedItIsLetGoAndNothingMoreIsTold() {
    Pins.Listening listening = pins.listen(PIN, listener);
    await("0");
    assertThrows(IllegalStateException.class, () -> pins.listen(PIN, listener));
    listening.close();
    edge(true, 1);
    assertTrue(time.runUntil(() -> !kernel.taken, time.now() + 5 * Micros.SECOND), "let go");
    assertEquals(List.of("0"), told);
    pins.listen(PIN, listener);
    await("0", "1");
  }
}
