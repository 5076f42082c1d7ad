package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.pilot.Cable;
import io.parkbench.plant.pilot.PilotState;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointErrorCode;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import org.junit.jupiter.api.Test;

/** R-PLANT-7: what lies between station and car. */
class PilotTest {
  private final TestStation test = TestStation.running(ChargerModels.named("generic-22kw"));
  private final ChargePoint station = test.station;

  private static Car car(String kind) {
    return new Car(CarModel.named(kind), 0.2, 50_000);
  }

  private void limit(double amps) {
    station.install(1, Profiles.txDefault(amps).build());
    test.seconds(1);
  }

  @Test
  void showsWhoIsThereAndWhatIsOffered() {
    assertEquals(PilotState.A, station.pilot(1).state());
    assertEquals(1, station.pilot(1).duty());
    station.plug(1, car("sedan-22kw"), "CARD-1");
    test.seconds(1);
    assertEquals(PilotState.B, station.pilot(1).state());
    test.seconds(10);
    assertEquals(PilotState.C, station.pilot(1).state());
    assertEquals(32 / 60.0, station.pilot(1).duty(), 1e-9);
    assertTrue(station.pilot(1).closed());
    limit(16);
    assertEquals(16 / 60.0, station.pilot(1).duty(), 1e-9);
    limit(0);
    assertEquals(1, station.pilot(1).duty());
    assertEquals(PilotState.B, station.pilot(1).state());
    assertFalse(station.pilot(1).closed(), "at 0 A the contactor opens");
  }

  @Test
  void isDeadWithoutPowerAndSaysWhenItIsNotAvailable() {
    station.fault(1, ChargePointErrorCode.GroundFailure);
    test.seconds(1);
    assertEquals(PilotState.F, station.pilot(1).state());
    assertEquals(-12, station.pilot(1).state().volts());
    station.losePower();
    assertEquals(PilotState.E, station.pilot(1).state());
    assertEquals(0, station.pilot(1).duty());
  }

  @Test
  void neverOffersMoreThanTheCableCarries() {
    station.plug(1, car("sedan-22kw").with(Cable.AMPS_20), "CARD-1");
    test.seconds(10);
    assertEquals(20, station.offeredAmps(1));
    assertEquals(20, station.amps(1), 1e-9);
    assertEquals(20, station.pilot(1).cableAmps());
    station.unplug(1);
    test.seconds(1);
    station.plug(1, car("sedan-22kw"), "CARD-1");
    test.seconds(10);
    assertEquals(32, station.amps(1), 1e-9);
  }

  @Test
  void aStationWithACableOfItsOwnReadsNone() {
    TestStation wallbox = TestStation.running(ChargerModels.named("wallbox-11kw"));
    wallbox.station.plug(1, car("sedan-22kw").with(Cable.AMPS_13), "CARD-1");
    wallbox.seconds(10);
    assertEquals(16, wallbox.station.amps(1), 1e-9);
  }

  @Test
  void aCarThatFollowsIsLeftAlone() {
    station.supervisePilots();
    station.plug(1, car("fourteen-amp"), "CARD-1");
    test.seconds(20);
    limit(16);
    test.seconds(20);
    assertEquals(16, station.amps(1), 1e-9);
    assertEquals(ChargePointStatus.Charging, station.status(1));
  }

  @Test
  void aCarThatDoesNotFollowIsCutOffAfterSixSecondsUntilItLeaves() {
    station.supervisePilots();
    station.plug(1, car("sedan-22kw+slow-follower-30s"), "CARD-1");
    test.seconds(60);
    assertEquals(32, station.amps(1), 1e-9);
    limit(16);
    test.seconds(4);
    assertEquals(32, station.amps(1), 1e-9);
    test.seconds(2);
    assertEquals(0, station.amps(1));
    assertEquals(ChargePointStatus.Faulted, station.status(1));
    assertEquals(PilotState.F, station.pilot(1).state());
    station.unplug(1);
    test.seconds(1);
    assertEquals(ChargePointStatus.Available, station.status(1));
  }

  @Test
  void withoutSupervisionItIsLet() {
    station.plug(1, car("sedan-22kw+slow-follower-30s"), "CARD-1");
    test.seconds(60);
    limit(16);
    test.seconds(20);
    assertEquals(32, station.amps(1), 1e-9);
    test.seconds(15);
    assertEquals(16, station.amps(1), 1e-9);
  }

  @Test
  void aDriverDialsTheCarDown() {
    station.plug(1, car("sedan-22kw"), "CARD-1");
    test.seconds(10);
    station.dial(1, 10);
    assertEquals(10, station.amps(1), 1e-9);
    station.dial(1, 0);
    assertEquals(PilotState.B, station.pilot(1).state());
    assertEquals(ChargePointStatus.SuspendedEV, station.status(1));
    station.dial(1, 40);
    assertEquals(32, station.amps(1), 1e-9);
  }
}
