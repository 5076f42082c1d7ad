package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** R-CHG-1, R-ALLOC-16: a station with two connectors on one feeder. */
class TwoConnectorsTest {
  private static final ChargePointModel PARKING = ChargerModels.named("parking-2x22kw");

  private static TestStation withTwoCars(ChargePointModel model) {
    TestStation test = TestStation.running(model);
    test.station.plug(1, TestStation.car(), "CARD-1");
    test.station.plug(2, TestStation.car(), "CARD-2");
    test.seconds(5);
    return test;
  }

  private static void set(TestStation test, int connector, ChargingProfile profile) {
    test.central.call(new SetChargingProfile.Req(connector, profile));
    test.seconds(5);
  }

  @Test
  void eachHasATransactionAndALimitOfItsOwn() {
    TestStation test = withTwoCars(PARKING);
    set(test, 2, Profiles.tx(8).transaction(1002).build());
    assertEquals(16, test.station.amps(1));
    assertEquals(8, test.station.amps(2));
  }

  @Test
  void whatLiesThereIsToldByConnectorWithWhatIsForBoth() {
    TestStation test = withTwoCars(PARKING);
    set(test, 0, Profiles.max(20).build());
    set(test, 2, Profiles.tx(8).transaction(1002).build());
    assertEquals(List.of("ChargePointMaxProfile"), purposes(test, 1));
    assertEquals(List.of("ChargePointMaxProfile", "TxProfile"), purposes(test, 2));
  }

  private static List<String> purposes(TestStation test, int connector) {
    return test.station.profiles(connector).stream().map(profile -> profile.chargingProfilePurpose().name()).sorted().toList();
  }

  @Test
  void theStationsMaximumIsSharedByBoth() {
    TestStation test = withTwoCars(PARKING);
    set(test, 0, Profiles.max(20).build());
    assertEquals(10, test.station.amps(1));
    assertEquals(10, test.station.amps(2));
    var answer = test.central.call(new GetCompositeSchedule.Req(0, 60, null));
    test.seconds(1);
    var schedule = Objects.requireNonNull(answer.get().chargingSchedule());
    assertEquals(20, schedule.chargingSchedulePeriod().getFirst().limit());
  }

  @Test
  void soIsTheFeederAndWhatOneLeavesTheOtherHas() {
    TestStation test = withTwoCars(PARKING.withStationAmps(22));
    assertEquals(11, test.station.offeredAmps(1));
    set(test, 1, Profiles.tx(6).transaction(1001).build());
    assertEquals(6, test.station.amps(1));
    assertEquals(16, test.station.amps(2));
    test.station.unplug(2);
    test.seconds(1);
    assertEquals(6, test.station.amps(1));
  }

  @Test
  void comingAndGoingIsRecorded() {
    TestStation test = TestStation.running(PARKING);
    test.station.plug(2, TestStation.car(), "CARD-1");
    test.seconds(3_600);
    test.station.unplug(2);
    assertEquals(
        List.of(
            "session{\"e\":\"plugged\",\"station\":\"CP-1\",\"connector\":2,\"wh\":0}",
            "session{\"e\":\"start\",\"station\":\"CP-1\",\"connector\":2,\"wh\":0}",
            "session{\"e\":\"stop\",\"station\":\"CP-1\",\"connector\":2,\"tx\":1001,\"wh\":11034}",
            "session{\"e\":\"unplugged\",\"station\":\"CP-1\",\"connector\":2,\"wh\":11034}"),
        test.recorded);
  }
}
