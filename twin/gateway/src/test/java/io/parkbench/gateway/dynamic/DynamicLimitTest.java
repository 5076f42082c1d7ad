package io.parkbench.gateway.dynamic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import org.junit.jupiter.api.Test;

/**
 * A zone of 100 A in miniature, in steps of 100 ms: other loads, cars that follow their limit after a while, samples of what they draw, and a
 * meter with its delay.
 */
class DynamicLimitTest {
  private static final long STEP = 100_000;
  private static final long SECOND = 1_000_000;
  private static final int MAX_DA = 1000;

  private int refreshSteps = 10;
  private int followSteps = 30;
  private int sampleSteps = 100;

  private final int[] sentDa = new int[400];
  private DynamicLimit limit = limit();
  private int step;
  private int othersDa;
  private int wantedDa = 1_000;
  private int drawnDa;
  private int askedAt = -100;
  private int shownDa;
  private int sampleDa;

  private DynamicLimit limit() {
    long shown = (refreshSteps + 5) * STEP + SECOND;
    DynamicTerms terms = new DynamicTerms(10, 5, 20, 5 * SECOND, 5, 15 * SECOND, 15 * STEP, shown);
    return new DynamicLimit(terms, new int[] {MAX_DA, MAX_DA, MAX_DA}, DynamicLimit.UNLIMITED, 0, 230);
  }

  private long now() {
    return step * STEP;
  }

  /** Lets 100 ms pass. */
  private void tick() {
    step++;
    sentDa[step % sentDa.length] = limit.limitDa(0);
    int toldDa = sentDa[Math.max(0, step - followSteps) % sentDa.length];
    drawnDa = Math.min(wantedDa, toldDa);
    if (limit.exceeded() && step >= askedAt + 30) {
      askedAt = step;
    }
    if (step % sampleSteps == 0 || step == askedAt + 2) {
      sampleDa = drawnDa;
      limit.drawn(now(), all(sampleDa), all(sampleDa));
    }
    if (step % refreshSteps == 0) {
      shownDa = othersDa + drawnDa;
    }
    if (step % 5 == 0) {
      limit.read(now(), shownDa, shownDa, shownDa);
    }
    limit.step(now());
  }

  private void run(int seconds) {
    for (int i = 0; i < 10 * seconds; i++) {
      tick();
    }
  }

  private static int[] all(int da) {
    return new int[] {da, da, da};
  }

  @Test
  void withoutAMeterItIsTheDegradedSetpoint() {
    DynamicTerms terms = new DynamicTerms(10, 5, 20, 5 * SECOND, 5, 15 * SECOND, SECOND, 2 * SECOND);
    DynamicLimit zone = new DynamicLimit(terms, new int[] {630, 100, 630}, DynamicLimit.UNLIMITED, 200, 230);
    assertEquals(200, zone.limitDa(0));
    assertEquals(100, zone.limitDa(1));
  }

  @Test
  void itRisesGentlyToWhatTheOthersLeave() {
    othersDa = 400;
    run(16);
    assertEquals(0, limit.limitDa(0));
    run(12);
    assertTrue(limit.limitDa(0) > 0 && limit.limitDa(0) <= 15 * 20, () -> limit.limitDa(0) + " is no ramp of 2 A/s");
    run(120);
    assertEquals(MAX_DA - 15 - 400, limit.limitDa(0));
  }

  @Test
  void aRiseOfTheOthersIsAnsweredAtOnceAndInFull() {
    othersDa = 100;
    run(200);
    assertEquals(885, limit.limitDa(0));
    othersDa = 600;
    run(2);
    assertEquals(385, limit.limitDa(0));
    run(60);
    assertEquals(385, limit.limitDa(0), "no second cut for what the meter had not shown yet");
  }

  @Test
  void carsThatStopForAWhileLendNothingToOthers() {
    othersDa = 300;
    run(200);
    int before = limit.limitDa(0);
    wantedDa = 0;
    for (int i = 0; i < 100; i++) {
      tick();
      assertTrue(limit.limitDa(0) <= before + 5, () -> "raised to " + limit.limitDa(0) + " though the cars may go on");
    }
  }

  @Test
  void nothingIsRaisedFromTheFirstMissOn() {
    othersDa = 700;
    run(200);
    int before = limit.limitDa(0);
    limit.missed();
    limit.drawn(now(), all(0), all(0));
    for (int i = 0; i < 90; i++) {
      step++;
      limit.step(now());
      assertTrue(limit.limitDa(0) <= before);
    }
    limit.lost();
    limit.step(now());
    assertEquals(0, limit.limitDa(0));
  }

  @Test
  void leasesThatNobodyUsesGiveWayToOthers() {
    wantedDa = 100;
    othersDa = 100;
    run(200);
    assertEquals(885, limit.limitDa(0));
    othersDa = 500;
    run(40);
    assertTrue(limit.limitDa(0) <= 500 && limit.limitDa(0) >= 480, () -> limit.limitDa(0) + " of the 50 A that are left");
  }

  /** R-DYN-1: raised is up to the guard only, also what was given once and is not used; what flows in the guard is left alone. */
  @Test
  void intoTheGuardNothingIsRaised() {
    wantedDa = 100;
    othersDa = 100;
    run(200);
    othersDa = 800;
    run(40);
    assertEquals(MAX_DA - 15 - 800, limit.limitDa(0));
    wantedDa = 1_000;
    run(40);
    assertEquals(185, drawnDa);
    othersDa = 810;
    run(40);
    assertEquals(185, drawnDa, "995 of 1000 are no reason to cut");
  }

  @Test
  void exportGivesNoMoreThanIsThereWithoutIt() {
    othersDa = -400;
    run(400);
    assertEquals(MAX_DA - 15, limit.limitDa(0), "production may end at once, and the guard is free then");
  }

  @Test
  void powerIsARowOfItsOwn() {
    DynamicTerms terms = new DynamicTerms(0, 0, 1000, SECOND, 1, SECOND, SECOND, SECOND);
    DynamicLimit zone = new DynamicLimit(terms, all(MAX_DA), 20_000, 1000, 230);
    for (int s = 0; s < 10; s++) {
      zone.read(s * SECOND, 100, 100, 100);
      zone.step(s * SECOND);
    }
    assertEquals(20_000 - 6_900, zone.limitW());
  }

  @Test
  void whatFlowsTooMuchEndsWithinSecondsWhateverTheOthersDo() {
    for (int seed = 0; seed < 200; seed++) {
      Chance chance = new Seed(seed).fork("others");
      refreshSteps = chance.happens(0.3) ? 50 : 10;
      followSteps = (int) chance.between(5, 60);
      limit = limit();
      step = 0;
      drawnDa = 0;
      askedAt = -100;
      int over = 0;
      int longest = 0;
      int quietUntil = 0;
      for (int i = 0; i < 6_000; i++) {
        if (step >= quietUntil && chance.happens(0.01)) {
          quietUntil = step + 300;
          othersDa = (int) chance.between(0, 1100);
        }
        if (chance.happens(0.01)) {
          wantedDa = (int) chance.between(0, 1000);
        }
        tick();
        over = drawnDa > Math.max(0, MAX_DA - othersDa) + 15 ? over + 1 : 0;
        longest = Math.max(longest, over);
        if (seed == 171 && over > 0)
          System.err.println(
              step + " others " + othersDa + " wanted " + wantedDa + " drawn " + drawnDa + " limit " + limit.limitDa(0) + " shown "
                  + shownDa + " sample " + sampleDa + " refresh " + refreshSteps + " follow " + followSteps + " over " + over);
      }
      // until the meter shows it and is read, until samples show what is drawn and the meter had shown that, until cars follow
      int bound = 2 * (refreshSteps + 5) + 10 + followSteps + 35;
      int worst = longest;
      long which = seed;
      assertTrue(worst <= bound, () -> "seed " + which + ": " + worst * 0.1 + " s above the limit");
    }
  }

  @Test
  void underConstantLoadsItDoesNotHunt() {
    for (int refresh : new int[] {10, 50, 100}) {
      refreshSteps = refresh;
      for (int follow : new int[] {5, 50, 300}) {
        followSteps = follow;
        limit = limit();
        step = 0;
        drawnDa = 0;
        askedAt = -100;
        wantedDa = 800;
        othersDa = 500;
        int reversals = 0;
        int direction = 1;
        int turnedAt = 0;
        for (int i = 0; i < 6_000; i++) {
          tick();
          int da = limit.limitDa(0);
          boolean turns = direction > 0 ? da < turnedAt - 5 : da > turnedAt + 5;
          if (turns) {
            reversals++;
            direction = -direction;
            turnedAt = da;
          } else {
            turnedAt = direction > 0 ? Math.max(turnedAt, da) : Math.min(turnedAt, da);
          }
        }
        int seen = reversals;
        assertTrue(seen <= 2, () -> seen + " reversals with a meter of " + refresh + " and cars of " + follow + " ticks");
        assertEquals(485, limit.limitDa(0), 20);
      }
    }
  }
}
