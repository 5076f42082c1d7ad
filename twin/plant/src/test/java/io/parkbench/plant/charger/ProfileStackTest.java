package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.RecurrencyKindType;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * R-CHG-1: the composite schedule by OCPP 1.6 §3.13. Each test installs profiles and reads the schedule that the station foretells,
 * written as {@code [second, limit]} pairs, which must be the limit that is then in force.
 */
class ProfileStackTest {
  private static final long NOON = at("2026-03-02T12:00:00Z"); // a Monday

  private final ProfileStack stack = new ProfileStack(new ProfileRules(8, 5, 10, true, true), 230, 32, 32);

  private static long at(String instant) {
    return Micros.of(Instant.parse(instant));
  }

  private void installed(int connector, Profiles... profiles) {
    for (Profiles profile : profiles) {
      assertEquals(ChargingProfileStatus.Accepted, stack.set(connector, profile.build(), NOON));
    }
  }

  private void rejected(int connector, Profiles profile) {
    assertEquals(ChargingProfileStatus.Rejected, stack.set(connector, profile.build(), NOON));
  }

  private void composite(String expected, int connector, int duration) {
    composite(expected, connector, NOON, duration, ChargingRateUnitType.A);
  }

  private void composite(String expected, int connector, long now, int duration, ChargingRateUnitType unit) {
    ChargingSchedule schedule = CompositeSchedule.of(stack, connector, now, duration, unit);
    List<String> periods = schedule.chargingSchedulePeriod().stream()
        .map(period -> "[" + period.startPeriod() + ", " + period.limit() + "]")
        .toList();
    assertEquals(expected, String.join(" ", periods));
  }

  @Nested
  class OfOneConnector {
    @Test
    void withoutProfilesItIsTheRating() {
      composite("[0, 32.0]", 1, 600);
    }

    @Test
    void aLeaseAboveABaseFallsBackToTheBase() {
      stack.transactionStarted(1, 7, NOON);
      installed(1, Profiles.txDefault(6), Profiles.tx(16).transaction(7).lasting(90));
      composite("[0, 16.0] [90, 6.0]", 1, 600);
    }

    @Test
    void aLeaseOfTwoPeriodsCarriesItsOwnFallback() {
      stack.transactionStarted(1, 7, NOON - Micros.HOUR);
      installed(1, Profiles.txDefault(0), Profiles.tx(16).then(300, 9).transaction(7).absolute("2026-03-02T12:00:00Z"));
      composite("[0, 16.0] [300, 9.0]", 1, 86_400);
    }

    @Test
    void aTransactionsProfileCountsEvenAboveTheDefault() {
      stack.transactionStarted(1, 7, NOON);
      installed(1, Profiles.txDefault(10), Profiles.tx(20));
      composite("[0, 20.0]", 1, 60);
    }

    @Test
    void aTransactionsProfileCountsOnItsConnectorOnly() {
      stack.transactionStarted(1, 7, NOON);
      stack.transactionStarted(2, 8, NOON);
      installed(0, Profiles.txDefault(10));
      installed(1, Profiles.tx(20));
      composite("[0, 20.0]", 1, 60);
      composite("[0, 10.0]", 2, 60);
    }

    @Test
    void theHighestEligibleLevelWinsAndExposesTheNextWhenItLapses() {
      installed(
          1,
          Profiles.txDefault(8).id(1).level(0),
          Profiles.txDefault(12).id(2).level(1).absolute("2026-03-02T12:00:00Z").lasting(120),
          Profiles.txDefault(24).id(3).level(2).absolute("2026-03-02T12:00:30Z").lasting(30));
      composite("[0, 12.0] [30, 24.0] [60, 12.0] [120, 8.0]", 1, 600);
    }

    @Test
    void atOneLevelAConnectorsOwnDefaultWinsOverThatOfAll() {
      installed(0, Profiles.txDefault(10).id(1));
      installed(1, Profiles.txDefault(20).id(2));
      composite("[0, 20.0]", 1, 60);
      composite("[0, 10.0]", 2, 60);
    }

    @Test
    void theStationsMaximumCapsWhateverTheTransactionMay() {
      stack.transactionStarted(1, 7, NOON);
      installed(0, Profiles.max(16).then(60, 30).then(120, 10).absolute("2026-03-02T12:00:00Z"));
      installed(1, Profiles.tx(25));
      composite("[0, 16.0] [60, 25.0] [120, 10.0]", 1, 600);
    }

    @Test
    void aLimitAboveTheRatingIsTheRating() {
      installed(1, Profiles.txDefault(63));
      composite("[0, 32.0]", 1, 60);
    }

    @Test
    void aFutureValidityLeavesWhatIsBelowInForceUntilThen() {
      installed(
          1,
          Profiles.txDefault(6).id(1),
          Profiles.txDefault(20).id(2).level(1).valid("2026-03-02T12:01:00Z", "2026-03-02T12:02:00Z"));
      composite("[0, 6.0] [60, 20.0] [120, 6.0]", 1, 600);
    }

    @Test
    void relativeCountsFromTheTransactionsStart() {
      stack.transactionStarted(1, 7, NOON - 100 * Micros.SECOND);
      installed(1, Profiles.tx(10).then(60, 12).then(130, 14));
      composite("[0, 12.0] [30, 14.0]", 1, 600);
    }

    @Test
    void relativeWithoutATransactionCountsAsIfOneBeganNow() {
      installed(1, Profiles.txDefault(10).then(60, 12));
      composite("[0, 10.0] [60, 12.0]", 1, 600);
    }

    @Test
    void absoluteWithoutAStartCountsFromReceipt() {
      installed(1, Profiles.txDefault(10).then(60, 12).absolute(null));
      composite("[0, 12.0]", 1, NOON + 90 * Micros.SECOND, 600, ChargingRateUnitType.A);
    }

    @Test
    void absoluteInTheFutureIsNotEligibleYet() {
      installed(1, Profiles.txDefault(6).id(1), Profiles.txDefault(20).id(2).level(1).absolute("2026-03-02T13:00:00Z"));
      composite("[0, 6.0] [3600, 20.0]", 1, 7_200);
    }

    @Test
    void equalNeighboursAreOnePeriod() {
      installed(1, Profiles.txDefault(10).then(60, 10).then(120, 11));
      composite("[0, 10.0] [120, 11.0]", 1, 600);
    }

    @Test
    void whatBeginsAtTheEndIsNotForetold() {
      installed(1, Profiles.txDefault(10).then(60, 12));
      composite("[0, 10.0]", 1, 60);
      composite("[0, 10.0]", 1, 0);
    }

    @Test
    void aTransactionsProfilesEndWithIt() {
      stack.transactionStarted(1, 7, NOON);
      installed(1, Profiles.txDefault(6), Profiles.tx(16));
      stack.transactionEnded(1, 0);
      stack.transactionStarted(1, 8, NOON);
      composite("[0, 6.0]", 1, 60);
    }
  }

  @Nested
  class Recurring {
    @Test
    void dailyCoversNightAndDayFromItsLatestOccurrence() {
      installed(1, Profiles.txDefault(32).then(36_000, 7).recurring(RecurrencyKindType.Daily, "2026-01-01T08:00:00Z"));
      // noon: four hours into the ten of the day; 18:00; next morning 8:00
      composite("[0, 32.0] [21600, 7.0] [72000, 32.0]", 1, 86_400);
    }

    @Test
    void dailyWithADurationExposesTheLevelBelowUntilTheNextDay() {
      installed(
          1,
          Profiles.txDefault(6).id(1),
          Profiles.txDefault(20).id(2).level(1).lasting(3_600).recurring(RecurrencyKindType.Daily, "2026-01-01T11:30:00Z"));
      composite("[0, 20.0] [1800, 6.0] [84600, 20.0]", 1, 86_400);
    }

    @Test
    void weeklyComesBackOnItsDay() {
      installed(
          1,
          Profiles.txDefault(6).id(1),
          Profiles.txDefault(20).id(2).level(1).lasting(7_200).recurring(RecurrencyKindType.Weekly, "2026-01-05T11:00:00Z"));
      composite("[0, 20.0] [3600, 6.0] [601200, 20.0] [608400, 6.0]", 1, 8 * 86_400);
    }

    @Test
    void anOccurrenceIsCutByTheValidity() {
      installed(
          1,
          Profiles.txDefault(6).id(1),
          Profiles.txDefault(20)
              .id(2)
              .level(1)
              .recurring(RecurrencyKindType.Daily, "2026-01-01T08:00:00Z")
              .valid("2026-03-02T12:10:00Z", "2026-03-02T12:20:00Z"));
      composite("[0, 6.0] [600, 20.0] [1200, 6.0]", 1, 86_400);
    }

    @Test
    void withoutAKindOrAStartItIsRejected() {
      rejected(1, Profiles.txDefault(6).recurring(null, "2026-01-01T08:00:00Z"));
      rejected(1, Profiles.txDefault(6).recurring(RecurrencyKindType.Daily, null));
    }
  }

  @Nested
  class OfTheStation {
    @Test
    void itIsTheSumOfItsConnectors() {
      installed(0, Profiles.txDefault(10).id(1));
      installed(2, Profiles.txDefault(16).id(2).then(60, 20));
      composite("[0, 26.0] [60, 30.0]", 0, 600);
    }

    @Test
    void butAtMostItsMaximum() {
      installed(0, Profiles.txDefault(16), Profiles.max(40).then(60, 20).absolute("2026-03-02T12:00:00Z"));
      composite("[0, 32.0] [60, 20.0]", 0, 600);
    }
  }

  @Nested
  class Units {
    @Test
    void wattsCountOnThreePhasesUnlessSaidOtherwise() {
      installed(1, Profiles.txDefault(11_040).watts());
      composite("[0, 16.0]", 1, 60);
      installed(1, Profiles.txDefault(3_680).watts().onPhases(1));
      composite("[0, 16.0]", 1, 60);
    }

    @Test
    void aLimitIsRoundedDownToOneDecimal() {
      installed(1, Profiles.txDefault(2_000).watts());
      composite("[0, 2.8]", 1, 60);
    }

    @Test
    void theLowerOfAmpsAndWattsCounts() {
      installed(0, Profiles.max(6_900).watts());
      installed(1, Profiles.txDefault(16));
      composite("[0, 10.0]", 1, 60);
    }

    @Test
    void theScheduleCanBeHadInWatts() {
      installed(1, Profiles.txDefault(16));
      composite("[0, 11040.0]", 1, NOON, 60, ChargingRateUnitType.W);
    }
  }

  @Nested
  class WhatIsTaken {
    @Test
    void theStationsMaximumBelongsOnConnectorZeroOnly() {
      rejected(1, Profiles.max(16));
      installed(0, Profiles.max(16));
    }

    @Test
    void aTransactionsProfileNeedsItsTransaction() {
      rejected(1, Profiles.tx(16));
      stack.transactionStarted(1, 7, NOON);
      rejected(0, Profiles.tx(16));
      rejected(2, Profiles.tx(16));
      rejected(1, Profiles.tx(16).transaction(8));
      installed(1, Profiles.tx(16).transaction(7));
    }

    @Test
    void anUnknownConnectorIsRejected() {
      rejected(3, Profiles.txDefault(6));
    }

    @Test
    void schedulesMustBeginAtZeroAndGoOn() {
      rejected(1, Profiles.txDefault(6).periodsAt(5, 10));
      rejected(1, Profiles.txDefault(6).periodsAt(0, 10, 10));
      rejected(1, Profiles.txDefault(6).periodsAt(0, 20, 10));
    }

    @Test
    void limitsOfTheStackHold() {
      rejected(1, Profiles.txDefault(6).level(9));
      rejected(1, Profiles.txDefault(6).then(1, 7).then(2, 6).then(3, 7).then(4, 6).then(5, 7));
      for (int level = 0; level <= 8; level++) {
        installed(1, Profiles.txDefault(6).id(level).level(level));
      }
      installed(2, Profiles.txDefault(6).id(20));
      rejected(2, Profiles.txDefault(6).id(21).level(1));
      installed(2, Profiles.txDefault(9).id(22)); // takes the place of 20
    }

    @Test
    void theSameIdOrTheSamePlaceReplaces() {
      installed(1, Profiles.txDefault(6).id(1).level(3), Profiles.txDefault(10).id(1).level(1));
      composite("[0, 10.0]", 1, 60);
      installed(1, Profiles.txDefault(12).id(2).level(1));
      composite("[0, 12.0]", 1, 60);
    }
  }

  @Nested
  class Clearing {
    @Test
    void byIdByPlaceOrAll() {
      installed(0, Profiles.max(20).id(1), Profiles.txDefault(10).id(2));
      installed(1, Profiles.txDefault(12).id(3), Profiles.txDefault(14).id(4).level(1));
      assertEquals(false, stack.clear(9, null, null, null));
      assertEquals(true, stack.clear(4, 2, null, null)); // an id needs nothing else to match
      composite("[0, 12.0]", 1, 60);
      assertEquals(false, stack.clear(null, 1, ChargingProfilePurposeType.TxProfile, null));
      assertEquals(true, stack.clear(null, 1, ChargingProfilePurposeType.TxDefaultProfile, 0));
      composite("[0, 10.0]", 1, 60);
      assertEquals(true, stack.clear(null, null, null, null));
      composite("[0, 32.0]", 1, 60);
    }
  }
}
