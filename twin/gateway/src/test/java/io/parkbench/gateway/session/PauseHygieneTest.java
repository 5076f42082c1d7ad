package io.parkbench.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import org.junit.jupiter.api.Test;

/** Pauses are not too short, not too close, and not too many (R-ALLOC-15). */
class PauseHygieneTest {
  private final PauseHygiene hygiene = new PauseHygiene(5 * Micros.MINUTE, 5 * Micros.MINUTE, 3);

  private static long minute(long minute) {
    return minute * Micros.MINUTE;
  }

  @Test
  void aPauseLastsItsMinimum() {
    assertTrue(hygiene.restsUntil() < 0);
    hygiene.paused(minute(0));
    assertTrue(hygiene.restsUntil() < 0, "it has had nothing yet");
    hygiene.charges(minute(0));
    hygiene.paused(minute(1));
    hygiene.paused(minute(2));
    assertEquals(minute(6), hygiene.restsUntil());
  }

  @Test
  void whoWasResumedIsShieldedForTheMinimumOnTime() {
    hygiene.charges(minute(0));
    assertFalse(hygiene.shielded(minute(1)), "it has never been paused");
    hygiene.paused(minute(2));
    assertFalse(hygiene.shielded(minute(3)));
    hygiene.charges(minute(7));
    assertTrue(hygiene.shielded(minute(11)));
    assertFalse(hygiene.shielded(minute(12)));
  }

  @Test
  void whoWasPausedAsOftenAsMayBeIsShieldedAndThenRestsLonger() {
    hygiene.charges(minute(0));
    for (long at : new long[] {0, 10, 20}) {
      hygiene.paused(minute(at));
      hygiene.charges(minute(at + 5));
    }
    assertTrue(hygiene.shielded(minute(40)));
    assertFalse(hygiene.shielded(minute(60)));
    hygiene.paused(minute(41));
    assertEquals(minute(70), hygiene.restsUntil(), "an hour after the first of the last three");
  }
}
