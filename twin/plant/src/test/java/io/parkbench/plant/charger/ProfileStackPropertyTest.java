package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.protocol.ocpp.RecurrencyKindType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Goal: what the station foretells is what it does. Method: random stacks; at random instants the foretold schedule is compared with
 * the limit then in force, and {@code nextWakeAt} is checked to pass over no change.
 */
class ProfileStackPropertyTest {
  private static final long NOON = Micros.of(Instant.parse("2026-03-02T12:00:00Z"));
  private static final int HORIZON = 3 * 86_400;

  @Test
  void theForetoldLimitIsTheLimitInForce() {
    for (int run = 0; run < 300; run++) {
      Chance chance = new Seed(run).fork("profiles");
      ProfileStack stack = randomStack(chance);
      ChargingSchedule schedule = CompositeSchedule.of(stack, 1, NOON, HORIZON, ChargingRateUnitType.A);
      assertEquals(HORIZON, schedule.duration());
      for (int i = 0; i < 200; i++) {
        int second = (int) chance.between(0, HORIZON - 1);
        double limit = Math.floor(stack.limit(1, NOON + second * Micros.SECOND, NOON).amps() * 10 + 1e-6) / 10;
        assertEquals(foretold(schedule, second), limit, "seed " + run + " at second " + second);
      }
    }
  }

  @Test
  void noChangeIsPassedOver() {
    for (int run = 0; run < 300; run++) {
      Chance chance = new Seed(run).fork("profiles");
      ProfileStack stack = randomStack(chance);
      long t = NOON;
      for (int i = 0; i < 50; i++) {
        long next = stack.nextWakeAt(t);
        assertTrue(next > t, "seed " + run);
        long until = Math.min(next, t + 10 * Micros.DAY);
        double limit = stack.limit(1, t, NOON).amps();
        for (int probe = 0; probe < 10; probe++) {
          long between = chance.between(t, until - 1);
          assertEquals(limit, stack.limit(1, between, NOON).amps(), "seed " + run + " between " + t + " and " + next);
        }
        if (next == Long.MAX_VALUE) {
          break;
        }
        t = next;
      }
    }
  }

  private static double foretold(ChargingSchedule schedule, int second) {
    double limit = Double.NaN;
    for (ChargingSchedulePeriod period : schedule.chargingSchedulePeriod()) {
      if (period.startPeriod() <= second) {
        limit = period.limit();
      }
    }
    return limit;
  }

  private static ProfileStack randomStack(Chance chance) {
    ProfileStack stack = new ProfileStack(ProfileRules.USUAL, 230, 32, 32);
    stack.transactionStarted(1, 1, NOON - chance.between(0, 7_200) * Micros.SECOND);
    int count = (int) chance.between(0, 6);
    for (int id = 0; id < count; id++) {
      int connector = (int) chance.between(0, 1);
      Profiles profile = switch ((int) chance.between(0, 2)) {
        case 0 -> Profiles.txDefault(limit(chance));
        case 1 -> connector == 0 ? Profiles.max(limit(chance)) : Profiles.tx(limit(chance));
        default -> Profiles.txDefault(Math.rint(limit(chance) * 690)).watts();
      };
      stack.set(connector, random(profile.id(id), chance).build(), NOON);
    }
    return stack;
  }

  private static Profiles random(Profiles profile, Chance chance) {
    profile.level((int) chance.between(0, 4));
    int second = 0;
    for (int i = (int) chance.between(0, 3); i > 0; i--) {
      second += (int) chance.between(1, 40_000);
      profile.then(second, limit(chance));
    }
    switch ((int) chance.between(0, 3)) {
      case 0 -> profile.absolute(instant(chance));
      case 1 -> profile.recurring(RecurrencyKindType.Daily, instant(chance));
      case 2 -> profile.recurring(RecurrencyKindType.Weekly, instant(chance));
      default -> {}
    }
    if (chance.happens(0.4)) {
      profile.lasting((int) chance.between(0, 100_000));
    }
    if (chance.happens(0.3)) {
      profile.valid(instant(chance), instant(chance));
    }
    return profile;
  }

  private static double limit(Chance chance) {
    return chance.between(0, 320) / 10.0;
  }

  private static String instant(Chance chance) {
    return Micros.toInstant(NOON + chance.between(-86_400, 86_400) * Micros.SECOND).toString();
  }
}
