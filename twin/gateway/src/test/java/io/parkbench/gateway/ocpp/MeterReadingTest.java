package io.parkbench.gateway.ocpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.DcSupply;
import io.parkbench.gateway.site.Wiring;
import io.parkbench.protocol.ocpp.Location;
import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.Phase;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.UnitOfMeasure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a sample says of energy and of currents by supply phase, turned at most once (R-ALLOC-1). */
class MeterReadingTest {
  private final MeterReading reading = new MeterReading();

  private void read(Wiring wiring, @Nullable String rotations, SampledValue... values) {
    reading.read(new MeterValue(Instant.EPOCH, List.of(values)), PhaseOrder.of(1, wiring, rotations));
  }

  private static SampledValue amps(String value, @Nullable Phase phase) {
    return new SampledValue(value, null, null, Measurand.Current_Import, phase, null, UnitOfMeasure.A);
  }

  private static SampledValue energy(String value, @Nullable UnitOfMeasure unit) {
    return new SampledValue(value, null, null, null, null, null, unit);
  }

  @Test
  void aBareValueIsTheEnergyRegisterInWattHours() {
    read(Wiring.TRI123, null, energy("1234.5", null));
    assertEquals(1234.5, reading.registerWh());
    read(Wiring.TRI123, null, energy("2.5", UnitOfMeasure.kWh));
    assertEquals(2500, reading.registerWh());
    assertFalse(reading.hasAmps());
  }

  @Test
  void aStationThatDoesNotKnowItsRotationIsTurnedByTheWiring() {
    read(Wiring.TRI231, "1.Unknown", amps("10", Phase.L1), amps("11", Phase.L2_N), amps("12", Phase.L3));
    assertArrayEquals(new double[] {12, 10, 11}, reading.supplyAmps());
  }

  @Test
  void aStationThatKnowsItsRotationIsNotTurnedAgain() {
    read(Wiring.TRI231, "0.RST,1.STR", amps("10", Phase.L1), amps("11", Phase.L2), amps("12", Phase.L3));
    assertArrayEquals(new double[] {10, 11, 12}, reading.supplyAmps());
  }

  @Test
  void aSinglePhaseConnectorNeedsNoPhaseName() {
    read(Wiring.MONO3, null, amps("10", null));
    assertArrayEquals(new double[] {0, 0, 10}, reading.supplyAmps());
    assertTrue(reading.hasAmps());
  }

  private void readDc(SampledValue... values) {
    reading.readDc(
        new MeterValue(Instant.EPOCH, List.of(values)), PhaseOrder.of(1, Wiring.TRI231, null), new DcSupply(0.95, 0.98, 100), 207);
  }

  private static SampledValue of(Measurand measurand, String value, UnitOfMeasure unit) {
    return new SampledValue(value, null, null, measurand, null, null, unit);
  }

  /** R-ALLOC-12: what a DC connector gives says what it takes, on three phases. */
  @Test
  void thePowerOfDcIsCurrentOnAllThreePhases() {
    double amps = 20_000 / 0.95 / 0.98 / (3 * 207);
    SampledValue watts = of(Measurand.Power_Active_Import, "20000", UnitOfMeasure.W);
    readDc(watts, of(Measurand.Current_Import, "50", UnitOfMeasure.A));
    assertArrayEquals(new double[] {amps, amps, amps}, reading.supplyAmps(), 1e-9);
    readDc(of(Measurand.Power_Active_Import, "20", UnitOfMeasure.kW));
    assertArrayEquals(new double[] {amps, amps, amps}, reading.supplyAmps(), 1e-9);
    readDc(of(Measurand.Current_Import, "50", UnitOfMeasure.A), of(Measurand.Voltage, "400", UnitOfMeasure.V));
    assertArrayEquals(new double[] {amps, amps, amps}, reading.supplyAmps(), 1e-9);
  }

  @Test
  void theCurrentOfADcCableAloneSaysNothing() {
    readDc(of(Measurand.Current_Import, "50", UnitOfMeasure.A));
    assertFalse(reading.hasAmps());
  }

  @Test
  void currentsByPhaseOfADcStationAreItsSupplys() {
    readDc(amps("30", Phase.L1), amps("31", Phase.L2), amps("32", Phase.L3));
    assertArrayEquals(new double[] {32, 30, 31}, reading.supplyAmps());
  }

  @Test
  void whatCannotBeReadIsPassedOver() {
    SampledValue inlet = new SampledValue("9", null, null, Measurand.Current_Import, Phase.L1, Location.Inlet, UnitOfMeasure.A);
    read(Wiring.TRI123, null, energy("rubbish", null), inlet, amps("-5", Phase.L1), amps("7", Phase.N));
    assertTrue(Double.isNaN(reading.registerWh()));
    assertFalse(reading.hasAmps());
  }
}
