package io.parkbench.gateway.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.kernel.Exchange.Failure;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.modbus.Pdu;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-DYN-2, R-DYN-5, R-DYN-6: how meters are polled, and what is told of them. */
class MetersTest {
  private static final long START = 1_800_000_000L * Micros.SECOND;
  private static final String SIGNED = """
      meter_models:
        - name: Signed
          points:
            current_l1: {register: 1, format: Float32}
            current_l2: {register: 3, format: Float32}
            current_l3: {register: 5, format: Float32}
            power_l1: {register: 7, format: Float32}
            power_l2: {register: 9, format: Float32}
            power_l3: {register: 11, format: Float32}
      """;

  private final VirtualTime time = new VirtualTime(START, "");
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final JsonLines recording = new JsonLines(lines);
  private final Map<String, FakeMeter> devices = new LinkedHashMap<>();
  private final List<String> reads = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final double[] proven = new double[3];

  private Meters meters(String yaml) {
    Site site = site(yaml);
    for (Meter meter : site.meters()) {
      devices.put(meter.id(), new FakeMeter(time, meter.model(), devices).amps(40, 41, 42));
    }
    Charging charging = (id, phase) -> proven[phase - 1];
    Meters meters = new Meters(time, devices.values().iterator().next(), site, charging, recording, new Meters.Listener() {
      @Override
      public void read(Metering meter) {
        reads.add(meter.id());
      }

      @Override
      public void noticed(Metering meter, String text) {
        notices.add(text);
      }
    });
    meters.start();
    return meters;
  }

  private static Site site(String yaml) {
    try {
      return SiteFile.parse("s.yaml", """
          licence: EDL
          zones: [{id: z, max_a: 100, directive: dynamic, meter: m}]
          stations: []
          """ + yaml);
    } catch (SiteException e) {
      throw new AssertionError(e);
    }
  }

  private Meters one() {
    return meters("meters: [{id: m, name: Main, model: MTZ}]\n");
  }

  private FakeMeter device(String id) {
    FakeMeter device = devices.get(id);
    if (device == null) {
      throw new AssertionError("no " + id);
    }
    return device;
  }

  private void pass(double seconds) {
    time.runFor(Duration.ofMillis(Math.round(seconds * 1_000)));
  }

  private List<String> recorded() {
    recording.hash();
    return lines.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void currentsAreReadEachIntervalAndTheRestEachTenthTime() {
    one();
    pass(4.99);
    List<String> asked = device("m").asked;
    assertEquals(12, asked.size());
    assertEquals(START + " 32027+6", asked.get(0));
    assertEquals(START + FakeMeter.TAKES + " 32077+2", asked.get(1));
    assertEquals(START + 2 * FakeMeter.TAKES + " 32095+4", asked.get(2));
    assertEquals(START + 500_000 + " 32027+6", asked.get(3));
    pass(0.1);
    assertEquals(15, asked.size());
  }

  @Test
  void pollsOfSeveralMetersAreSpread() {
    meters("meters: [{id: m, model: NSX}, {id: n, model: NSX}, {id: o, model: NSX, role: reporting}, {id: p, model: NSX}]\n");
    pass(1);
    assertTrue(device("m").asked.getFirst().startsWith(START + " "));
    assertTrue(device("n").asked.getFirst().startsWith(START + 125_000 + " "));
    assertTrue(device("p").asked.getFirst().startsWith(START + 375_000 + " "));
  }

  @Test
  void behindOneAddressOneRequestIsUnderWay() {
    meters("""
        meters:
          - {id: m, model: MTZ, ip: 10.0.0.9, unit: 1, poll_interval: 100 ms}
          - {id: n, model: MTZ, ip: 10.0.0.9, unit: 2, poll_interval: 100 ms}
          - {id: o, model: MTZ, ip: 10.0.0.9, unit: 3, poll_interval: 100 ms}
        """);
    device("n").fails(Failure.TIMED_OUT);
    pass(60);
    assertEquals(1, device("m").mostUnderWay);
    assertTrue(device("m").asked.size() > 500, "a silent meter does not keep the others waiting: " + device("m").asked.size());
  }

  @Test
  void aMeterThatRepliesLateIsAskedNoOftenerThanItReplies() {
    meters("meters: [{id: m, model: MTZ, poll_interval: 100 ms, timeout: 1 s}]\n");
    device("m").fails(Failure.TIMED_OUT);
    pass(11);
    assertEquals(10, device("m").asked.size(), 1);
  }

  @Test
  void readingsAreTrustedAfterTenSecondsAndToldOnlyWhenTheyChange() {
    Metering meter = one().meter("m");
    pass(9);
    assertEquals(Metering.State.NOT_ESTABLISHED, meter.state());
    assertTrue(meter.lost() && !meter.trusted());
    pass(2);
    assertEquals(Metering.State.CONNECTED, meter.state());
    assertTrue(meter.trusted() && !meter.lost());
    assertEquals(List.of("The meter Main is read, and its readings are trusted."), notices);
    assertEquals(2, reads.size());
    pass(3_600);
    assertEquals(2, reads.size());
    device("m").amps(50, 41.5, 42);
    pass(1);
    assertEquals(3, reads.size());
    assertEquals(50, meter.amps(1));
    assertEquals(41.5, meter.amps(2));
  }

  @Test
  void aSilentMeterIsLostAfterItsFreshnessAndBackAfterTenGoodSeconds() {
    Metering meter = one().meter("m");
    pass(30);
    device("m").fails(Failure.TIMED_OUT);
    pass(5);
    assertTrue(meter.trusted() && meter.missing());
    pass(5.01);
    assertTrue(meter.lost() && !meter.trusted());
    assertEquals(Metering.State.NOT_CONNECTED, meter.state());
    assertEquals("The meter Main is lost: it does not answer; check its unit id and that it has power.", notices.getLast());
    device("m").fails(null);
    pass(5);
    assertEquals(Metering.State.NOT_ESTABLISHED, meter.state());
    pass(7);
    assertTrue(meter.trusted());
    assertEquals(3, notices.size());
  }

  @ParameterizedTest
  @CsvSource({"6, BUSY", "10, PATH_DOWN", "11, PATH_DOWN", "4, FAILING", "2, REFUSED"})
  void anExceptionIsNoReading(int code, Distrust why) {
    Metering meter = one().meter("m");
    pass(30);
    device("m").refuses(code);
    pass(1);
    assertTrue(meter.trusted() && meter.missing());
    assertEquals(why, meter.why());
    pass(10);
    assertTrue(meter.lost());
    assertEquals(why == Distrust.PATH_DOWN ? Metering.State.NOT_CONNECTED : Metering.State.CONNECTED, meter.state());
    device("m").refuses(0);
    pass(11);
    assertTrue(meter.trusted());
  }

  @Test
  void aWrongAddressIsToldOnceWithWhatToCheck() {
    one();
    device("m").refuses(Pdu.ILLEGAL_ADDRESS);
    pass(60);
    assertEquals(List.of(
        "The meter Main has no holding registers 32027 to 32032 (addresses on the wire) for current_l1, current_l2, current_l3: check "
            + "its model and address_base, and unit 255 (Modbus exception 02).",
        "The meter Main is lost: it refuses to be read as configured."), notices);
  }

  @Test
  void aMeterWithoutPowerAndEnergyIsTrustedForItsCurrents() {
    Metering meter = one().meter("m");
    device("m").lacks(32077);
    pass(60);
    assertTrue(meter.trusted());
    assertTrue(Double.isNaN(meter.watts()));
    assertEquals(1, device("m").asked.stream().filter(request -> request.endsWith("32077+2")).count());
    assertTrue(notices.getFirst().contains("32077 to 32078 (addresses on the wire) for power_total"), notices.toString());
  }

  @Test
  void energyGoesOnWhereItsCountFallsBack() {
    Metering meter = one().meter("m");
    assertEquals(-1, meter.energyWh());
    device("m").shows(Quantity.ENERGY_TOTAL, 1_545_874);
    pass(20);
    assertEquals(1_545_874, meter.energyWh());
    device("m").shows(Quantity.ENERGY_TOTAL, 100);
    pass(10);
    assertEquals(1_545_874, meter.energyWh());
    assertTrue(notices.getLast().contains("fell back by 1545774 Wh"));
    device("m").shows(Quantity.ENERGY_TOTAL, 150).shows(Quantity.POWER_TOTAL, 12_500);
    pass(10);
    device("m").shows(Quantity.ENERGY_TOTAL, Double.NaN);
    pass(10);
    assertEquals(1_545_924, meter.energyWh());
    assertEquals(12_500, meter.watts());
    assertTrue(meter.trusted());
  }

  @Test
  void noEnergyIsCountedBesideCurrentsThatAreNotBelieved() {
    Metering meter = one().meter("m");
    device("m").amps(40, 41, 42).shows(Quantity.ENERGY_TOTAL, 1_000);
    pass(20);
    device("m").amps(1e-41, 1e-41, 1e-41).shows(Quantity.ENERGY_TOTAL, 9e15);
    pass(20);
    device("m").amps(40, 41, 42).shows(Quantity.ENERGY_TOTAL, 1_100);
    pass(20);
    assertEquals(1_100, meter.energyWh());
  }

  @Test
  void aMetersPhasesAreMappedToThoseOfTheSupply() {
    Metering meter = meters("meters: [{id: m, model: MTZ, phases: [2, 3, 1]}]\n").meter("m");
    pass(1);
    assertEquals(List.of(42.0, 40.0, 41.0), List.of(meter.amps(1), meter.amps(2), meter.amps(3)));
  }

  @Test
  void powerOfAPhaseTellsExportFromConsumption() {
    Metering meter = meters(SIGNED + "meters: [{id: m, model: Signed, phases: [2, 3, 1]}]\n").meter("m");
    device("m").shows(Quantity.POWER_L1, -9_200).shows(Quantity.POWER_L2, 9_430).shows(Quantity.POWER_L3, Double.NaN);
    pass(11);
    assertTrue(meter.signed() && meter.trusted());
    assertEquals(-9_200 / 253.0, meter.amps(2), 1e-6, "no more than its active part, at the highest voltage");
    assertEquals(41, meter.amps(3));
    assertEquals(42, meter.amps(1), "what power cannot tell counts as consumed");
    device("m").shows(Quantity.POWER_L1, -12_000);
    pass(1);
    assertEquals(-40, meter.amps(2), "nor more than the current itself");
  }

  @Test
  void aDoubtfulReadingIsTakenWhereItIsHigher() {
    Metering meter = one().meter("m");
    proven[0] = 20;
    pass(30);
    device("m").amps(5, 80, 42);
    pass(1);
    assertEquals(Distrust.BELOW_CARS, meter.why());
    assertTrue(meter.missing());
    assertEquals(List.of(40.0, 80.0, 42.0), List.of(meter.amps(1), meter.amps(2), meter.amps(3)));
  }

  @Test
  void aMeterIsNotFrozenWhileAnyOfItsRegistersMoves() {
    Metering meter = one().meter("m");
    pass(30);
    proven[0] = 16;
    for (int wh = 0; wh < 10; wh++) {
      device("m").shows(Quantity.ENERGY_TOTAL, wh);
      pass(5);
    }
    assertTrue(meter.trusted());
    pass(15);
    proven[0] = 6;
    pass(30);
    assertTrue(meter.lost());
    assertEquals(Distrust.FROZEN, meter.why());
  }

  @Test
  void theRecordingHasALineWheneverAReaderWouldSeeSomethingElse() {
    one();
    device("m").shows(Quantity.POWER_TOTAL, 27_000).shows(Quantity.ENERGY_TOTAL, 5);
    pass(30);
    assertEquals(List.of(
        "{\"t\":1800000000010000,\"k\":\"reading\",\"meter\":\"m\",\"a\":[40,41,42],\"state\":\"not-established\",\"trusted\":false,"
            + "\"why\":\"starting\"}",
        "{\"t\":1800000000030000,\"k\":\"reading\",\"meter\":\"m\",\"a\":[40,41,42],\"w\":27000,\"wh\":5,\"state\":\"not-established\","
            + "\"trusted\":false,\"why\":\"starting\"}",
        "{\"t\":1800000010010000,\"k\":\"reading\",\"meter\":\"m\",\"a\":[40,41,42],\"w\":27000,\"wh\":5,\"state\":\"connected\","
            + "\"trusted\":true}"),
        recorded());
    device("m").amps(40.04, 41, 42);
    pass(10);
    assertEquals(3, recorded().size());
    device("m").amps(40.06, 41, 42);
    pass(10);
    device("m").amps(Double.NaN, 41, 42);
    pass(1);
    assertTrue(recorded().get(3).contains("\"a\":[40.1,41,42]"));
    assertTrue(recorded().get(4).endsWith("\"a\":[40.1,41,42],\"w\":27000,\"wh\":5,\"state\":\"connected\",\"trusted\":false,"
        + "\"missing\":true,\"why\":\"not-available\"}"), recorded().get(4));
    assertEquals(5, recorded().size());
  }

  @Test
  void aClosedGatewayAsksNoMore() {
    Meters meters = one();
    pass(2.005);
    int asked = device("m").asked.size();
    meters.close();
    pass(10);
    assertEquals(asked, device("m").asked.size());
    assertFalse(meters.meter("m").trusted());
  }
}
