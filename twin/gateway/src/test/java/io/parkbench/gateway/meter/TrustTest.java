package io.parkbench.gateway.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R-DYN-6: which readings are trusted, why the others are not, and how trust comes back. A reading comes each 500 ms. */
class TrustTest {
  private static final long POLL = 500 * Micros.MILLISECOND;
  private static final double[] LOAD = {40, 41, 42};

  private Trust trust = trust(true);
  private long now = 1_000 * Micros.SECOND;
  private double[] last = {};
  private long epoch;

  private static Trust trust(boolean belowCars) {
    return new Trust(TrustTerms.of(100, false, belowCars, 10 * Micros.SECOND, Micros.SECOND));
  }

  private void read(double[] amps, double... proven) {
    now += POLL;
    trust.read(now, amps, proven.length == 3 ? proven : new double[3], !Arrays.equals(amps, last), epoch);
    last = amps;
  }

  private void read(double seconds, double[] amps, double... proven) {
    for (long end = now + (long) (seconds * Micros.SECOND); now < end;) {
      read(amps, proven);
    }
  }

  private void miss(double seconds, Distrust why) {
    for (long end = now + (long) (seconds * Micros.SECOND); now < end;) {
      now += POLL;
      trust.missed(now, why);
    }
  }

  /** A meter trusted for long. */
  private void established() {
    read(60, LOAD);
    assertTrue(trust.trusted() && !trust.missing() && !trust.lost());
  }

  private static double[] amps(double l1, double l2, double l3) {
    return new double[] {l1, l2, l3};
  }

  @Test
  void beforeTenSecondsOfGoodReadingsItIsNotTrustedAndCountsAsLost() {
    assertTrue(trust.lost() && trust.missing() && !trust.trusted());
    read(10, LOAD);
    assertTrue(trust.lost());
    assertEquals(Distrust.STARTING, trust.why());
    read(LOAD);
    assertTrue(trust.trusted() && trust.established() && !trust.lost());
    assertNull(trust.why());
  }

  @ParameterizedTest
  @CsvSource({
      "NaN, NOT_AVAILABLE",
      "2.4e-41, SUBNORMAL",
      "0.0009, SUBNORMAL",
      "-0.0009, SUBNORMAL",
      "-1, ABSURD",
      "-1.1e8, ABSURD",
      "1001, ABSURD",
      "32768, ABSURD"})
  void onePhaseThatNobodyCanHaveMeasuredEndsTrustAtOnce(double bad, Distrust why) {
    for (int phase = 0; phase < 3; phase++) {
      trust = trust(true);
      established();
      double[] amps = LOAD.clone();
      amps[phase] = bad;
      read(amps);
      assertFalse(trust.trusted());
      assertTrue(trust.missing());
      assertEquals(why, trust.why());
      assertFalse(trust.lost(), "not before there has been nothing plausible for 10 s");
      read(9.5, amps);
      assertTrue(trust.lost());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.05, 500, 1_000})
  void whatCanBeMeasuredIsBelieved(double fine) {
    established();
    read(20, amps(LOAD[0], fine, LOAD[2]));
    assertTrue(trust.trusted());
  }

  @Test
  void aGreatRiseIsBelievedAtOnce() {
    established();
    read(amps(900, 900, 900));
    assertTrue(trust.trusted() && !trust.missing());
  }

  @Test
  void allZeroWhileCarsDrawIsInDoubtAtOnceAndNotTrustedWhenItGoesOn() {
    established();
    double[] zero = amps(0, 0, 0.04);
    read(zero, 0, 16, 0);
    assertTrue(trust.trusted() && trust.missing());
    assertEquals(Distrust.ALL_ZERO, trust.why());
    read(11.5, zero, 0, 16, 0);
    assertTrue(trust.trusted());
    read(zero, 0, 16, 0);
    assertFalse(trust.trusted());
    assertTrue(trust.lost());
    assertEquals(Distrust.ALL_ZERO, trust.why());
  }

  @Test
  void allZeroIsFineWhereCarsDrawNothingWorthMentioning() {
    established();
    read(amps(9, 9, 9), 2.9, 2.9, 2.9);
    read(100, amps(0, 0, 0), 2.9, 2.9, 2.9);
    assertTrue(trust.trusted());
  }

  @Test
  void zerosFromTheFirstReadingOnProveNothingWhereOtherLoadsAreDeclared() {
    trust = new Trust(TrustTerms.of(100, true, true, 10 * Micros.SECOND, Micros.SECOND));
    read(600, amps(0, 0, 0));
    assertTrue(trust.lost() && !trust.trusted());
    assertEquals(Distrust.ALL_ZERO, trust.why());
    read(11, LOAD);
    assertTrue(trust.trusted());
  }

  @Test
  void allZeroIsInDoubtWhereMuchFlowedAMomentAgo() {
    established();
    read(amps(95, 60, 80), 0, 0, 0);
    read(amps(0, 0, 0), 0, 0, 0);
    assertTrue(trust.trusted() && trust.missing());
    read(12, amps(0, 0, 0), 0, 0, 0);
    assertTrue(trust.lost());
    read(100, amps(0, 0, 0), 0, 0, 0);
    assertFalse(trust.trusted(), "zeros prove nothing after that");
  }

  @Test
  void aCarWhoseStopIsLearntFromALateSampleCostsNoTrust() {
    trust = trust(true);
    read(60, amps(16, 16, 16), 16, 16, 16);
    read(11, amps(0, 0, 0), 16, 16, 16);
    assertTrue(trust.trusted() && trust.missing() && !trust.lost());
    read(amps(0, 0, 0));
    assertTrue(trust.trusted() && !trust.missing());
  }

  @Test
  void lessThanTheCarsDrawIsNotTrustedForLong() {
    established();
    read(amps(36.9, 41, 42), 40, 0, 0);
    assertEquals(Distrust.BELOW_CARS, trust.why());
    assertTrue(trust.missing());
    read(12, amps(36.9, 41, 42), 40, 0, 0);
    assertFalse(trust.trusted());
  }

  @Test
  void aLittleLessThanTheCarsDrawIsWithinWhatMetersAndSamplesDifferBy() {
    read(60, amps(37.1, 95.1, 42), 40, 100, 0);
    assertTrue(trust.trusted());
  }

  @Test
  void lessThanTheCarsDrawIsFineWhereTheSunShines() {
    trust = trust(false);
    read(60, amps(5, 5, 5), 40, 40, 40);
    assertTrue(trust.trusted());
  }

  @Test
  void readingsThatStayWhileTheCarsDrawMovesAreFrozen() {
    established();
    read(LOAD, 3, 0, 0);
    assertTrue(trust.missing() && trust.trusted());
    assertEquals(Distrust.FROZEN, trust.why());
    read(9.5, LOAD, 3, 0, 0);
    assertTrue(trust.trusted());
    read(LOAD, 3, 0, 0);
    assertFalse(trust.trusted());
    assertTrue(trust.lost());
    assertEquals(Distrust.FROZEN, trust.why());
  }

  @Test
  void aFrozenMeterIsTrustedAgainOnlyWhenItMoves() {
    established();
    read(11, LOAD, 0, 10, 0);
    read(60, LOAD, 0, 0, 0);
    assertFalse(trust.trusted(), "the draw is as before, but nothing shows that the meter lives");
    double[] moved = amps(40, 41, 43);
    read(10, moved);
    assertFalse(trust.trusted());
    read(moved);
    assertTrue(trust.trusted());
  }

  @Test
  void aMeterThatFollowsLateIsNotFrozen() {
    established();
    read(9, LOAD, 10, 0, 0);
    read(1, amps(50, 41, 42), 10, 0, 0);
    assertTrue(trust.trusted() && !trust.missing());
  }

  @Test
  void aSampleThatComesAfterTheMeterHasFollowedProvesNoFreeze() {
    // whole amperes: nothing moves any more after the car's start, which its sample tells 11 s later
    established();
    read(11, amps(50, 51, 52));
    read(60, amps(50, 51, 52), 10, 10, 10);
    assertTrue(trust.trusted() && !trust.missing());
  }

  @Test
  void aDrawThatMovesBecauseAStationIsLostProvesNoFreeze() {
    read(60, LOAD, 30, 30, 30);
    epoch++;
    read(60, LOAD, 0, 0, 0);
    assertTrue(trust.trusted() && !trust.missing());
    epoch++;
    read(60, LOAD, 30, 30, 30);
    assertTrue(trust.trusted() && !trust.missing());
  }

  @Test
  void aMeterOfWholeAmperesMayStayTheSameForHours() {
    read(11, LOAD, 16, 16, 16);
    for (int poll = 0; poll < 6 * 7_200; poll++) {
      read(LOAD, 16, 16, 16);
      assertTrue(trust.trusted() && !trust.missing());
    }
  }

  @Test
  void aMissedPollIsNoDistrustButNothingMayBeRaisedTillTheNext() {
    established();
    miss(0.5, Distrust.SILENT);
    assertTrue(trust.trusted() && trust.missing());
    read(LOAD);
    assertTrue(trust.trusted() && !trust.missing());
    assertNull(trust.why());
  }

  @Test
  void withoutAReadingForTheFreshnessItIsLostAtThatInstant() {
    established();
    long heard = now;
    miss(0.5, Distrust.SILENT);
    assertEquals(heard + 10 * Micros.SECOND, trust.nextWakeAt());
    trust.pass(heard + 10 * Micros.SECOND - 1);
    assertTrue(trust.trusted());
    trust.pass(heard + 10 * Micros.SECOND);
    assertTrue(trust.lost() && !trust.trusted() && !trust.established());
    assertEquals(Trust.NEVER, trust.nextWakeAt());
  }

  @Test
  void trustLatchesTillGoodReadingsHaveHeldTenSeconds() {
    established();
    read(amps(Double.NaN, 41, 42));
    read(9.5, LOAD);
    assertFalse(trust.trusted());
    assertFalse(trust.missing(), "what it shows can be cut by");
    assertFalse(trust.lost(), "plausible readings keep coming");
    read(0.5, amps(Double.NaN, 41, 42));
    read(10, LOAD);
    assertFalse(trust.trusted(), "it begins anew");
    read(LOAD);
    assertTrue(trust.trusted());
  }

  @Test
  void zerosRestoreNoTrustWhereTheBuildingDrewSomething() {
    established();
    miss(20, Distrust.SILENT);
    read(600, amps(0, 0, 0));
    assertFalse(trust.trusted());
    read(10.5, amps(0, 5, 0));
    assertTrue(trust.trusted());
  }

  @Test
  void zerosRestoreNoTrustAfterZerosHadLied() {
    read(60, amps(16, 16, 16), 16, 16, 16);
    read(13, amps(0, 0, 0), 16, 16, 16);
    read(600, amps(0, 0, 0));
    assertFalse(trust.trusted());
  }

  @Test
  void aFeederOfCarsOnlyIsTrustedAgainAtZeroAfterASilence() {
    read(60, amps(16, 16, 16), 15.5, 15.5, 15.5);
    miss(60, Distrust.SILENT);
    read(10.5, amps(0, 0, 0));
    assertTrue(trust.trusted());
  }

  @Test
  void goodReadingsWithLongGapsHaveNotHeld() {
    for (int i = 0; i < 10; i++) {
      read(LOAD);
      miss(6, Distrust.SILENT);
    }
    assertFalse(trust.trusted());
  }

  @Test
  void aLineThatLosesEachThirdReplyStillMakesTrust() {
    for (int i = 0; i < 8; i++) {
      read(1, LOAD);
      miss(0.5, Distrust.SILENT);
    }
    assertTrue(trust.trusted());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverHappensTrustIsNeverBackWithinTenSecondsOfAnythingImpossible(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long bad = Long.MIN_VALUE / 2;
    int trustedPolls = 0;
    double[] amps = LOAD;
    boolean before = false;
    for (int poll = 0; poll < 200_000; poll++) {
      int dice = random.nextInt(120);
      if (dice == 0) {
        double[] impossible = amps.clone();
        impossible[random.nextInt(3)] = random.nextBoolean() ? Double.NaN : -5;
        read(impossible);
        bad = now;
      } else if (dice == 1) {
        now += random.nextLong(10 * POLL);
        trust.missed(now, Distrust.SILENT);
      } else if (dice == 2) {
        amps = amps(random.nextInt(60), random.nextInt(60), random.nextInt(60));
        read(amps);
      } else if (dice == 3) {
        now += random.nextLong(POLL);
        trust.pass(now);
      } else {
        read(amps);
      }
      assertFalse(trust.trusted() && now - bad < 10 * Micros.SECOND, "seed " + seed + ", poll " + poll);
      assertFalse(trust.trusted() && trust.lost(), "seed " + seed);
      assertFalse(!before && trust.trusted() && trust.missing(), "seed " + seed + ": trust begins with a reading");
      assertEquals(trust.trusted() && !trust.missing(), trust.why() == null, "seed " + seed);
      before = trust.trusted();
      trustedPolls += before ? 1 : 0;
    }
    assertTrue(trustedPolls > 20_000, "trusted for " + trustedPolls + " polls");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aMeterOfWholeAmperesThatFollowsItsCarsIsNeverDistrusted(long seed) {
    // cars change now and then; the meter follows within 1 s, their samples come within 10 s
    SplittableRandom random = new SplittableRandom(seed);
    read(30, amps(20, 20, 20));
    double car = 0;
    for (int change = 0; change < 2_000; change++) {
      double next = random.nextInt(33);
      double[] meter = amps(Math.rint(20 + next), 20, Math.rint(20 + next));
      double sampleAfter = random.nextDouble(10);
      read(0.5 + random.nextInt(2) * 0.5, last, car, 0, car);
      read(sampleAfter, meter, car, 0, car);
      read(random.nextInt(4) == 0 ? 3_600 : random.nextDouble(40), meter, next, 0, next);
      assertTrue(trust.trusted(), "seed " + seed + ", change " + change + ": " + trust.why());
      car = next;
    }
  }
}
