package io.parkbench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakeUpTest {
  private final VirtualTime time = new VirtualTime(0, "");
  private final List<Long> rung = new ArrayList<>();
  private final WakeUp wakeUp = new WakeUp(time.loop(), () -> rung.add(time.now()));

  @Test
  void ringsOnceAtTheInstantItWasMovedToLast() {
    wakeUp.move(5);
    wakeUp.move(9);
    wakeUp.move(7);
    assertEquals(7, wakeUp.instant());
    time.runUntil(100);
    assertEquals(List.of(7L), rung);
    assertEquals(WakeUp.NEVER, wakeUp.instant());
  }

  @Test
  void ringsNotWhenItIsCancelled() {
    wakeUp.move(5);
    wakeUp.cancel();
    time.runUntil(100);
    assertEquals(List.of(), rung);
  }

  @Test
  void mayBeMovedByWhatItCalls() {
    List<Long> calls = new ArrayList<>();
    WakeUp[] own = new WakeUp[1];
    own[0] = new WakeUp(time.loop(), () -> {
      calls.add(time.now());
      own[0].move(calls.size() < 3 ? time.now() + 10 : WakeUp.NEVER);
    });
    own[0].move(10);
    time.runUntil(100);
    assertEquals(List.of(10L, 20L, 30L), calls);
  }
}
