package io.parkbench.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import org.junit.jupiter.api.Test;

/** A car that draws nothing is offered the higher floors that cars have, each once, then its reserve is released (R-ALLOC-15). */
class AppetiteTest {
  private static final int RATED = 320;

  private final Appetite appetite = new Appetite(2 * Micros.MINUTE, 10 * Micros.MINUTE, 15 * Micros.MINUTE, true);
  private long now;

  private void pass(long seconds) {
    now += seconds * Micros.SECOND;
  }

  /** Waits for what is due and does it; false if nothing will be. */
  private boolean wake() {
    if (appetite.nextWakeAt() == Long.MAX_VALUE) {
      return false;
    }
    now = appetite.nextWakeAt();
    return appetite.wake(now, RATED);
  }

  @Test
  void aCarThatNeedsFourteenAmperesIsFoundOut() {
    appetite.offered(now, 60);
    appetite.suspended(now);
    for (int floorDa : new int[] {80, 110, 140}) {
      assertTrue(wake());
      assertEquals(floorDa, appetite.floorDa());
      assertFalse(wake(), "until there is room for it");
      appetite.offered(now, floorDa);
      assertEquals(now + 2 * Micros.MINUTE, appetite.nextWakeAt());
    }
    pass(5);
    assertFalse(appetite.draws(now));
    pass(600);
    assertEquals(140, appetite.floorDa(), "learnt");
    assertFalse(appetite.released());
  }

  @Test
  void afterAllHaveBeenTriedTheReserveIsReleased() {
    appetite.offered(now, 120);
    appetite.suspended(now);
    wake();
    assertEquals(140, appetite.floorDa(), "nothing below what it had");
    appetite.offered(now, 140);
    assertTrue(wake());
    assertTrue(appetite.released());
    assertEquals(0, appetite.floorDa());
    assertFalse(appetite.last());
    wake();
    assertTrue(appetite.last(), "10 min after it suspended itself");
    assertTrue(appetite.draws(now));
    assertFalse(appetite.released());
  }

  @Test
  void aCarThatHasChargedWithAsLittleIsNotTried() {
    appetite.offered(now, 60);
    pass(60);
    appetite.draws(now);
    pass(60);
    appetite.suspended(now);
    wake();
    assertTrue(appetite.released());
    assertEquals(0, appetite.offersDa());
    wake();
    assertTrue(appetite.last());
    assertFalse(wake());
  }

  @Test
  void oneThatNeverShowedItsFloorIsOfferedTheHighestAgainFromTimeToTime() {
    appetite.offered(now, 320);
    pass(60);
    appetite.quiet(now);
    wake();
    assertTrue(appetite.released());
    wake();
    assertEquals(140, appetite.offersDa());
    wake();
    assertEquals(0, appetite.offersDa());
    assertTrue(appetite.released());
  }

  @Test
  void aPauseOfItsOwnUnderTwoMinutesChangesNothing() {
    appetite.offered(now, 160);
    appetite.suspended(now);
    pass(60);
    assertFalse(appetite.stirs());
    assertFalse(wake());
  }

  @Test
  void withNothingToChargeWithItShowsNothing() {
    appetite.suspended(now);
    appetite.quiet(now);
    assertFalse(wake());
    appetite.offered(now, 60);
    appetite.quiet(now);
    assertFalse(wake(), "it may not have followed yet");
  }

  @Test
  void aStationThatSaysChargingTeachesNothing() {
    appetite.offered(now, 60);
    appetite.suspended(now);
    wake();
    appetite.stirs();
    assertEquals(80, appetite.floorDa());
  }
}
