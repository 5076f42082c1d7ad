package io.parkbench.plant.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.pilot.PilotState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-EV-1: what a car draws, when and how much. */
class CarTest {
  private static final long S = Micros.SECOND;
  private static final long H = Micros.HOUR;

  private static Car plugged(String model, double soc, double wantedWh) {
    return new Car(CarModel.named(model), soc, wantedWh);
  }

  @Test
  void followsANewOfferAfterItsReactionTime() {
    Car car = plugged("compact-11kw", 0.2, 20_000);
    car.offered(0, 10, 3, 230);
    assertEquals(0, car.amps(0));
    assertEquals(2 * S, car.nextWakeAt());
    assertFalse(car.wake(2 * S - 1));
    assertTrue(car.wake(2 * S));
    assertEquals(10, car.amps(2 * S));
    assertEquals(3, car.conductors());
    assertEquals(PilotState.C, car.state());
  }

  @Test
  void everyCarOfTheCatalogueFollowsWithinFiveSeconds() {
    for (String name : CarModel.names()) {
      assertTrue(CarModel.named(name).reaction().toSeconds() <= 5, name);
    }
  }

  @Test
  void offersDuringTheReactionTimeDoNotPutItOff() {
    Car car = plugged("compact-11kw", 0.2, 20_000);
    car.offered(0, 10, 3, 230);
    car.offered(S, 8, 3, 230);
    car.wake(2 * S);
    assertEquals(8, car.amps(2 * S));
  }

  @Test
  void drawsNoMoreThanItsOnboardChargerAndTheOfferAllow() {
    Car compact = plugged("compact-11kw", 0.2, 20_000);
    compact.offered(0, 32, 3, 230);
    compact.wake(5 * S);
    assertEquals(16, compact.amps(5 * S));
    assertEquals(11_040, compact.watts(5 * S), 1e-9);

    Car city = plugged("city-7kw", 0.2, 20_000);
    city.offered(0, 32, 3, 230);
    city.wake(5 * S);
    assertEquals(32, city.amps(5 * S));
    assertEquals(1, city.conductors());

    Car twoPhases = plugged("two-phase-7.4kw", 0.2, 20_000);
    twoPhases.offered(0, 32, 3, 230);
    twoPhases.wake(5 * S);
    assertEquals(2, twoPhases.conductors());
  }

  @Test
  void stopsBelowItsMinimumAndGoesOnAbove() {
    Car car = plugged("fourteen-amp", 0.2, 20_000);
    car.offered(0, 13.9, 3, 230);
    car.wake(10 * S);
    assertEquals(0, car.amps(10 * S));
    assertEquals(PilotState.B, car.state());
    assertTrue(car.wantsEnergy());
    car.offered(10 * S, 14, 3, 230);
    car.wake(20 * S);
    assertEquals(14, car.amps(20 * S));
    car.offered(20 * S, 6, 3, 230);
    car.wake(30 * S);
    assertEquals(0, car.amps(30 * S));
    car.offered(30 * S, 16, 3, 230);
    car.wake(40 * S);
    assertEquals(16, car.amps(40 * S));
  }

  @Test
  void aCarThatNeedsAReplugSleepsThroughTheEndOfAPause() {
    Car car = new Car(CarModel.named("compact-11kw").withWake(Wake.NEEDS_REPLUG), 0.2, 20_000);
    car.offered(0, 16, 3, 230);
    car.offered(60 * S, 0, 3, 230);
    car.offered(90 * S, 16, 3, 230);
    car.wake(100 * S);
    assertEquals(0, car.amps(100 * S));
    assertFalse(car.wantsEnergy());
    car.replug(100 * S);
    car.offered(101 * S, 16, 3, 230);
    car.wake(110 * S);
    assertEquals(16, car.amps(110 * S));
  }

  @Test
  void aCarThatNeverWakesWaitsForItsFirstCurrentAllTheSame() {
    Car car = new Car(CarModel.named("compact-11kw").withWake(Wake.NEVER), 0.2, 20_000);
    car.offered(0, 0, 3, 230);
    car.offered(H, 16, 3, 230);
    car.wake(H + 10 * S);
    assertEquals(16, car.amps(H + 10 * S));
    car.offered(2 * H, 0, 3, 230);
    car.wake(2 * H + 10 * S);
    car.replug(2 * H + 10 * S);
    car.offered(2 * H + 20 * S, 16, 3, 230);
    car.wake(3 * H);
    assertEquals(0, car.amps(3 * H));
  }

  @Test
  void stopsAtTheVeryMicrosecondAtWhichItHasWhatItWanted() {
    Car car = plugged("acn-6.6kw", 0, 6_600);
    car.offered(0, 32, 1, 208);
    assertEquals(H, car.nextWakeAt());
    car.wake(H + 1);
    assertEquals(6_600, car.energyWh(H + 1));
    assertEquals(0, car.amps(H + 1));
    assertEquals(Car.NEVER, car.nextWakeAt());
    assertFalse(car.wantsEnergy());
  }

  @Test
  void stopsWhenFullThoughItWantedMore() {
    Car car = plugged("compact-11kw", 0.5, 1e6);
    car.offered(0, 16, 3, 230);
    car.wake(24 * H);
    assertEquals(1, car.stateOfCharge(24 * H), 1e-12);
    assertEquals(29_000 / 0.9, car.energyWh(24 * H), 1e-6);
    assertEquals(PilotState.B, car.state());
  }

  @Test
  void tapersInFewStepsToAQuarterOfItsPower() {
    Car car = plugged("compact-11kw", 0.7, 1e6);
    car.offered(0, 16, 3, 230);
    List<Double> draws = new ArrayList<>();
    for (long at = car.nextWakeAt(); at != Car.NEVER; at = car.nextWakeAt()) {
      car.wake(at);
      draws.add(car.amps(at));
    }
    assertEquals(12, draws.size());
    assertEquals(16, draws.get(0));
    assertEquals(16 * (1 - 0.75 * 0.05), draws.get(1), 1e-9);
    assertEquals(16 * (0.25 + 0.75 * 0.05), draws.get(10), 1e-9);
    assertEquals(0, draws.get(11));
  }

  @Test
  void aSmallOfferIsNotDisturbedByTheTaperAboveIt() {
    Car car = plugged("compact-11kw", 0.7, 1e6);
    car.offered(0, 8, 3, 230);
    car.wake(2 * S);
    long untilHalfPower = car.nextWakeAt();
    car.wake(untilHalfPower);
    assertTrue(car.amps(untilHalfPower) < 8);
    assertEquals(0.94, car.stateOfCharge(untilHalfPower), 1e-9);
  }

  @Test
  void anOpenedContactorEndsTheDrawAtOnce() {
    Car car = plugged("compact-11kw", 0.2, 20_000);
    car.offered(0, 16, 3, 230);
    car.wake(10 * S);
    assertTrue(car.cut(10 * S));
    assertEquals(0, car.amps(10 * S));
    car.offered(11 * S, 16, 3, 230);
    car.wake(13 * S);
    assertEquals(16, car.amps(13 * S));
    assertTrue(car.unplug(14 * S));
    assertEquals(PilotState.A, car.state());
  }

  @Test
  void theEnergyIsTheIntegralOfTheDrawWhateverIsOffered() {
    List<String> models = List.copyOf(CarModel.names());
    for (int run = 0; run < 200; run++) {
      Chance chance = new Seed(run).fork("offers");
      String model = models.get((int) chance.between(0, models.size() - 1));
      Car woken = plugged(model, chance.nextDouble(), chance.nextDouble() * 60_000);
      double integral = 0;
      long now = 0;
      while (now < 8 * H) {
        woken.offered(now, chance.happens(0.2) ? 0 : chance.between(50, 320) / 10.0, chance.happens(0.5) ? 1 : 3, 230);
        long next = now + chance.between(1, 40 * Micros.MINUTE);
        while (now < next) {
          long until = Math.min(next, woken.nextWakeAt());
          integral += woken.watts(now) * (until - now) / (3_600.0 * S);
          now = until;
          woken.wake(now);
        }
        assertEquals(integral, woken.energyWh(now), 1e-4, model + " in run " + run);
      }
    }
  }

  @Test
  void itMakesNoDifferenceHowOftenItIsWoken() {
    for (int run = 0; run < 50; run++) {
      Chance chance = new Seed(run).fork("wakes");
      Car often = plugged("sedan-22kw", 0.3, 50_000);
      Car seldom = plugged("sedan-22kw", 0.3, 50_000);
      long now = 0;
      for (int i = 0; i < 30; i++) {
        double amps = chance.between(0, 32);
        often.offered(now, amps, 3, 230);
        seldom.offered(now, amps, 3, 230);
        long next = now + chance.between(1, 20 * Micros.MINUTE);
        for (; now < next; now = Math.min(next, now + 7 * S)) {
          often.wake(now);
        }
      }
      seldom.wake(now);
      often.wake(now);
      assertEquals(seldom.energyWh(now), often.energyWh(now), 1e-6);
      assertEquals((double) seldom.nextWakeAt(), (double) often.nextWakeAt(), 1.0);
    }
  }

  @Test
  void refusesWhatNoCarCanBe() {
    assertThrows(IllegalArgumentException.class, () -> plugged("compact-11kw", 1.2, 0));
    var unknown = assertThrows(IllegalArgumentException.class, () -> CarModel.named("tractor"));
    assertTrue(unknown.toString().contains("compact-11kw"), unknown.toString());
  }
}
