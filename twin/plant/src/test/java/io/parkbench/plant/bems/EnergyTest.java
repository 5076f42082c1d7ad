package io.parkbench.plant.bems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R-BEMS-6, golden vector G7: {@code active_energy} is told during sessions only, and the client keeps the last value. */
class EnergyTest {
  private static final String PLACE = "Zones/Zone-1/Station-1";
  private static final String ENERGY = PLACE + "/StationActiveEnergy";

  private final Building building = Building.of(Persona.EBO, plan -> plan);
  private final FakeGateway gateway = building.gateway;

  @BeforeEach
  void aCarCharges() {
    gateway.zone(1, null);
    gateway.station(1, 1, "tri123");
    gateway.charging(1, 1, 24, 16, 16, 16);
    building.started();
    building.run(Duration.ofMinutes(29));
    gateway.charging(1, 1, 32, 16, 16, 16);
    building.run(Duration.ofMinutes(1));
  }

  @Test
  void aSessionThatEndsWhileTheLinkIsDownIsKeptAsItWasLastSeen() {
    assertEquals(32, building.number(ENERGY));
    gateway.linkDown = true;
    building.run(Duration.ofMinutes(30));
    gateway.idle(1, 1);
    gateway.linkDown = false;
    building.run(Duration.ofMinutes(30));
    assertEquals(32, building.number(ENERGY), "40 kWh were delivered, nobody told");
    gateway.charging(1, 1, 40.5, 16, 16, 16);
    building.run(Duration.ofSeconds(15));
    assertEquals(40.5, building.number(ENERGY), "the next session tells");
  }

  @Test
  void aLinkThatIsBackDuringTheSessionShowsTheTrueValueAndAStraightLine() {
    gateway.linkDown = true;
    building.run(Duration.ofMinutes(55));
    gateway.charging(1, 1, 40, 16, 16, 16);
    gateway.linkDown = false;
    building.run(Duration.ofMinutes(6));
    assertEquals(40, building.number(ENERGY));
    Map<Long, Double> trend = building.bems.history().series(PLACE, "StationActiveEnergy-Readings");
    assertEquals(List.of(24.0, 32.0, 40.0), List.copyOf(trend.values()), "nothing between 00:30 and 01:30 bends the line");
    List<Sample> samples = building.bems.history().samples(PLACE);
    assertEquals(6, samples.size(), "a sample for every quarter of an hour");
    assertEquals(List.of(Gap.LINK_DOWN, Gap.LINK_DOWN, Gap.LINK_DOWN),
        samples.stream().filter(sample -> !sample.isHeard()).map(Sample::gap).toList());
    assertEquals(32, samples.get(3).energyKwh());
  }

  @Test
  void theLastValueOutlastsARestartOfTheClient() {
    gateway.idle(1, 1);
    building.restartClient();
    assertEquals(32, building.number(ENERGY));
  }

  @Test
  void afterARestartOfTheGatewayTheLastValueIsDoubtfulUntilASessionRuns() {
    gateway.starting = true;
    building.run(Duration.ofMinutes(2));
    assertEquals(1, building.bems.alarms().size(), "a restart of the REST service looks like a loss (R-19)");
    gateway.restart();
    gateway.idle(1, 1);
    gateway.starting = false;
    building.run(Duration.ofMinutes(14));
    assertTrue(building.bems.alarms().isEmpty());
    assertEquals(32, building.number(ENERGY));
    assertEquals(Gap.NO_SESSION_SINCE_RESTART, building.bems.history().samples(PLACE).getLast().gap());
    assertTrue(building.lines.stream().anyMatch(line -> line.contains("bems-log") && line.contains("gateway-restart")
        && line.contains("\"s\":12")), building.lines.toString());
    gateway.charging(1, 1, 33, 16, 16, 16);
    building.run(Duration.ofMinutes(15));
    assertNull(building.bems.history().samples(PLACE).getLast().gap());
  }

  @Test
  void aStationThatIsLostKeepsItsLastValueAndTheGapSaysWhy() {
    gateway.stationOf(1).put("is_connected", false);
    gateway.idle(1, 1);
    building.run(Duration.ofMinutes(15));
    assertEquals(Gap.STATION_DISCONNECTED, building.bems.history().samples(PLACE).getLast().gap());
    assertEquals(32, building.number(ENERGY));
  }

  @Test
  void aReplacedMeterDeliversNothingByItself() {
    gateway.charging(1, 1, 0.5, 16, 16, 16);
    building.lines.clear();
    building.run(Duration.ofMinutes(15));
    String line = building.lines.stream().filter(l -> l.contains("bems-log")).findFirst().orElseThrow();
    assertTrue(line.contains("\"wh\":0"), line);
    assertFalse(line.contains("what"), line);
  }

  @Test
  void theLinesOfAZoneAddUpToWhatWasDelivered() {
    gateway.charging(1, 1, 36, 32, 32, 32);
    building.run(Duration.ofMinutes(16));
    List<String> log = building.lines.stream().filter(line -> line.contains("bems-log")).toList();
    assertEquals(3, log.size());
    assertEquals("{\"k\":\"bems-log\",\"z\":\"Z1\",\"wh\":0,\"kw\":11.04,\"a\":100.0}", log.getFirst());
    assertEquals("{\"k\":\"bems-log\",\"z\":\"Z1\",\"wh\":4000,\"kw\":22.08,\"a\":100.0}", log.getLast());
  }
}
