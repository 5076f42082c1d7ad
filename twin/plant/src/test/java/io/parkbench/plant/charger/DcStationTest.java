package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.plant.Converter;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-ALLOC-12, the station's side: a DC station takes from three phases what it gives, what it loses, and its standby. */
class DcStationTest {
  private static final double V = 230;
  private static final Converter CONVERTER = new Converter(24_000, 0.95, 0.98, 100);
  private static final double STANDBY = 100 / (3 * V * 0.98);

  private final TestStation test = TestStation.running(
      ChargePointModel.generic("dc", V, ChargePointModel.Socket.dc(CONVERTER, V))
          .with("FreevendActive", true)
          .withProfileRules(ProfileRules.IN_WATTS));

  private static ChargingProfile limit(double limit, ChargingRateUnitType unit) {
    return new ChargingProfile(
        1, null, 0, ChargingProfilePurposeType.TxDefaultProfile, ChargingProfileKindType.Relative, null, null, null,
        new ChargingSchedule(null, null, unit, List.of(new ChargingSchedulePeriod(0, limit, null)), null));
  }

  private double drawn() {
    String[] last = test.draws.getLast().split(" ");
    assertEquals("3", last[3]);
    return Double.parseDouble(last[1]);
  }

  @Test
  void standbyIsTakenWhileItIsOn() {
    assertEquals(STANDBY, drawn(), 1e-9);
    assertEquals(0, test.station.amps(1));
    test.station.losePower();
    assertEquals(0, drawn());
  }

  @Test
  void whatItGivesTakesMoreFromThreePhases() {
    test.station.plug(1, new Car(CarModel.named("city-7kw"), 0, 30_000), "card");
    test.seconds(10);
    double charging = 24_000 / 0.95 / 0.98 / (3 * V);
    assertEquals(charging, test.station.amps(1), 1e-9);
    assertEquals(charging + STANDBY, drawn(), 1e-9);
    double before = test.station.energyWh(1);
    test.seconds(360);
    assertEquals(2_400, test.station.energyWh(1) - before, 1e-6);
  }

  /** R-ALLOC-14: a load of constant power. */
  @Test
  void lessVoltageIsMoreCurrent() {
    test.station.plug(1, new Car(CarModel.named("city-7kw"), 0, 30_000), "card");
    test.seconds(10);
    test.station.supplyVolts(207);
    assertEquals((24_000 / 0.95 + 100) / 0.98 / (3 * 207), drawn(), 1e-9);
    double before = test.station.energyWh(1);
    test.seconds(360);
    assertEquals(2_400, test.station.energyWh(1) - before, 1e-6, "it gives the same");
  }

  @Test
  void aLimitInWattsIsOneOfWhatItGives() {
    assertEquals(ChargingProfileStatus.Accepted, test.station.install(0, limit(10_000, ChargingRateUnitType.W)));
    test.station.plug(1, new Car(CarModel.named("compact-11kw"), 0, 50_000), "card");
    test.seconds(10);
    assertEquals(10_000 / 0.95 / 0.98 / (3 * V), test.station.amps(1), 1e-9);
    assertEquals(ChargingProfileStatus.Accepted, test.station.install(0, limit(1_000, ChargingRateUnitType.W)));
    test.seconds(10);
    assertEquals(1_000 / 0.95 / 0.98 / (3 * V), test.station.amps(1), 1e-9, "DC knows no 6 A");
    assertEquals(ChargingProfileStatus.Rejected, test.station.install(0, limit(32, ChargingRateUnitType.A)));
  }

  @Test
  void aCarTakesNoMoreThanItsBattery() {
    test.station.plug(1, new Car(CarModel.named("hybrid-3.7kw"), 0, 5_000), "card");
    test.seconds(10);
    assertEquals(20_000 / 0.95 / 0.98 / (3 * V), test.station.amps(1), 1e-9);
  }
}
