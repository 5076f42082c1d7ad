package io.parkbench.gateway.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices surely hold by the lower edge of their bands, and what follows for leases and guard (R-LEASE-5, 8). */
class BreakerTest {
  /** 1 s refresh, 0.5 s poll, 10 s call time-out, 12 s until all follow. */
  private static final Duration REACTION = Duration.ofMillis(23_500);

  private static Breaker breaker(String curve, double amps) {
    return new Breaker(curve.equals("gG") ? Curve.GG : Curve.valueOf(curve), amps, null, null);
  }

  /** Figures reckoned by hand from IEC 60898-1, 60947-2 and 60269-1 with t = τ ln((I² − Ip²) ÷ (I² − (k In)²)). */
  @ParameterizedTest(name = "{0} {1} A: {3} A after {2} A for {4} s")
  @CsvSource({
      // the points of the standards: from cold, and for ever
      "B, 16, 0, 40.8, 1", "C, 125, 0, 318.75, 1", "D, 63, 63, 71.19, Infinity", "MCCB, 250, 0, 999, 18.4",
      "gG, 100, 0, 290, 10", "gG, 630, 0, 2200, 10", "gG, 400, 400, 500, Infinity",
      // twice what has warmed them
      "C, 63, 63, 126, 0.44", "C, 100, 60, 120, 8.65", "MCCB, 250, 250, 500, 8.94", "MCCB, 250, 200, 400, 70.90",
      "gG, 100, 100, 200, 10.1", "gG, 100, 63, 126, 187.94", "gG, 250, 200, 400, 34.34",
      // at once: the magnetic release, or too warm already
      "B, 16, 0, 48, 0", "MCCB, 250, 0, 1000, 0", "C, 63, 72, 80, 0", "MCCB, 250, 263, 264, 0"})
  void holdsAsTheStandardsPromise(String curve, double amps, double before, double after, double seconds) {
    double holds = breaker(curve, amps).surelyHolds(before, after);
    assertEquals(seconds, holds, seconds * 0.01, breaker(curve, amps) + " holds " + holds);
  }

  @Test
  void aDelayThatIsSetIsKeptToSevenTenths() {
    Breaker set = new Breaker(Curve.MCCB, 250, 8.0, 16.0);
    assertEquals(0.7 * 16, set.surelyHolds(0, 1_500), 1e-9);
    assertEquals(0, set.surelyHolds(0, 1_600));
    assertEquals(breaker("MCCB", 250).surelyHolds(200, 400) * 1.4, set.surelyHolds(200, 400), 1e-9);
  }

  @Test
  void moreCurrentOrMoreWarmthIsNeverHeldLonger() {
    for (Curve curve : Curve.values()) {
      Breaker breaker = new Breaker(curve, 100, null, null);
      for (int before = 0; before < 130; before += 7) {
        double last = Double.POSITIVE_INFINITY;
        for (int after = 0; after < 1_200; after += 3) {
          double holds = breaker.surelyHolds(before, after);
          assertTrue(holds >= 0 && holds <= last, curve + " " + before + " " + after);
          assertTrue(holds <= breaker.surelyHolds(Math.max(0, before - 7), after), curve + " " + before + " " + after);
          last = holds;
        }
      }
    }
  }

  @Test
  void whatThereIsNotIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> breaker("C", 160));
    assertThrows(IllegalArgumentException.class, () -> breaker("MCCB", 0));
    assertThrows(IllegalArgumentException.class, () -> breaker("gG", 70).surelyHolds(0, 100));
  }

  @Test
  void theLeaseIsWhatIsLeftAfterReacting() {
    BreakerMargin margin = new BreakerMargin(breaker("MCCB", 250), 200, 200, 1_000, REACTION);
    assertEquals(400, margin.worstAmps(0), 1e-9);
    assertEquals(Duration.ofSeconds(47), margin.lease(0));
    assertEquals(398, margin.worstAmps(10), 1e-9);
    assertEquals(Duration.ofSeconds(48), margin.lease(10));
    assertEquals(10, margin.guard(10, Duration.ofSeconds(30)));
    assertEquals(Duration.ofSeconds(116), new BreakerMargin(breaker("MCCB", 250), 200, 200, 130, REACTION).lease(0));
    assertEquals(Duration.ofSeconds(198), new BreakerMargin(breaker("MCCB", 250), 200, 170, 130, REACTION).lease(10));
  }

  @Test
  void whatTheBuildingAndTheStationsCannotDrawNeedsNoTime() {
    assertEquals(BreakerMargin.LONGEST, new BreakerMargin(breaker("C", 63), 63, 40, 31, REACTION).lease(0), "71 A is 1.13 In");
    assertTrue(new BreakerMargin(breaker("C", 63), 63, 41, 31, REACTION).lease(0).isNegative());
    assertEquals(BreakerMargin.LONGEST, new BreakerMargin(breaker("gG", 630), 600, 600, 100, REACTION).lease(0),
        "700 A is 1.11 In");
  }

  @Test
  void theGuardIsTheLeastThatDoes() {
    BreakerMargin margin = new BreakerMargin(breaker("MCCB", 250), 220, 220, 1_000, REACTION);
    Duration thirty = Duration.ofSeconds(30);
    assertTrue(margin.lease(10).compareTo(thirty) < 0);
    int guard = margin.guard(10, thirty);
    assertTrue(guard > 10 && margin.lease(guard).compareTo(thirty) >= 0 && margin.lease(guard - 1).compareTo(thirty) < 0,
        "" + guard);
    assertEquals(-1, new BreakerMargin(breaker("MCCB", 250), 250, 250, 1_000, REACTION).guard(10, thirty));
  }
}
