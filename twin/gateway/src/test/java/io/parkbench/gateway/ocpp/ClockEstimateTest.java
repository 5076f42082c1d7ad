package io.parkbench.gateway.ocpp;

import static io.parkbench.kernel.Micros.HOUR;
import static io.parkbench.kernel.Micros.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.lease.Lease;
import org.junit.jupiter.api.Test;

/** A station's clock is known within a bound, or it is known that it is not (R-LEASE-7). */
class ClockEstimateTest {
  private static final long YEARS = 56L * 365 * 24 * HOUR;

  private final ClockEstimate clock = new ClockEstimate();

  @Test
  void aMessageAloneBoundsOnlyOneSide() {
    clock.heard(1_000 * SECOND, 990 * SECOND);
    assertEquals(Lease.ENDLESS, clock.error(1_000 * SECOND, 0));
    assertEquals(-10 * SECOND, clock.offset());
    clock.heard(1_100 * SECOND, 1_050 * SECOND);
    assertEquals(-10, Math.round(clock.offset() / (double) SECOND), "one that was long under way says nothing new");
  }

  @Test
  void oneThatWasAskedForBoundsBoth() {
    long now = 1_000 * SECOND;
    clock.asked(now, now - SECOND, now - YEARS, now - YEARS + SECOND);
    assertTrue(Math.abs(clock.offset() + YEARS - SECOND) <= SECOND);
    assertTrue(clock.error(now, 0) <= 2 * SECOND);
  }

  @Test
  void aClockThatSeemsToHaveBeenSetIsToBeAskedFor() {
    clock.asked(1_000 * SECOND, 999 * SECOND, 1_000 * SECOND, 1_000 * SECOND);
    assertFalse(clock.heard(1_010 * SECOND, 1_005 * SECOND), "a message may take a while");
    assertTrue(clock.heard(1_020 * SECOND, 1_020 * SECOND - HOUR), "an hour back");
    assertTrue(clock.error(1_020 * SECOND, 0) < SECOND, "it may only have been an old message");
    assertTrue(clock.heard(1_030 * SECOND, 1_030 * SECOND + HOUR), "an hour ahead");
    assertEquals(Lease.ENDLESS, clock.error(1_030 * SECOND, 0), "no message comes before it was sent");
  }

  @Test
  void theBoundWidensAsTheClockMayDrift() {
    clock.asked(1_000 * SECOND, 999 * SECOND, 1_000 * SECOND, 1_000 * SECOND);
    long soon = clock.error(1_000 * SECOND, 0);
    assertTrue(clock.error(1_000 * SECOND, HOUR) > soon + SECOND);
    assertTrue(clock.error(1_000 * SECOND + HOUR, 0) > soon + SECOND);
  }

  @Test
  void aClockThatDriftsFasterIsFoundOut() {
    long ahead = 0;
    for (int hour = 0; hour < 3; hour++) {
      long now = hour * HOUR;
      clock.asked(now, now, now + ahead, now + ahead);
      ahead += 36 * SECOND;
    }
    assertTrue(clock.error(2 * HOUR, HOUR) >= 36 * SECOND, "a hundredth, with room");
  }

  @Test
  void aClockThatIsSetForwardIsNotKnownAnyMore() {
    clock.asked(1_000 * SECOND, 1_000 * SECOND, 1_000 * SECOND, 1_000 * SECOND);
    clock.heard(1_010 * SECOND, 2_000 * SECOND);
    assertEquals(Lease.ENDLESS, clock.error(1_010 * SECOND, 0));
    assertEquals(990 * SECOND, clock.offset());
  }
}
