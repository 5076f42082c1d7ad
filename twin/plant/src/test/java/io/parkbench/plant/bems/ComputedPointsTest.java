package io.parkbench.plant.bems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R-PLANT-5: the points that SmartConnector computes, with its odd arithmetic. */
class ComputedPointsTest {
  private static final String STATION = "Zones/Zone-1/Station-26/";

  private final Building building = Building.of(Persona.EBO, plan -> plan);
  private final FakeGateway gateway = building.gateway;

  @BeforeEach
  void site() {
    gateway.zone(1, null);
    gateway.station(26, 1, "tri123", "mono1");
    gateway.charging(26, 1, 5, 16, 16, 16);
    gateway.charging(26, 2, 2, 10);
  }

  @Test
  void aStationsAverageIsASumOfAverages() {
    building.started();
    assertEquals(26, building.number(STATION + "StationOverallRmsCurrentPhase1"));
    assertEquals(16, building.number(STATION + "StationOverallRmsCurrentPhase2"));
    assertEquals(16, building.number(STATION + "StationOverallRmsCurrentPhase3"));
    assertEquals(16, building.number(STATION + "EVSE-1/Connector-1/ConnectorOverallRmsCurrentAverage"));
    assertEquals(10, building.number(STATION + "EVSE-1/Connector-2/ConnectorOverallRmsCurrentAverage"));
    assertEquals(26, building.number(STATION + "StationOverallRmsCurrentAverage"));
    assertEquals(26, building.number("Zones/Zone-1/ZoneOverallRmsCurrentAverage"));
    assertEquals(32, building.number(STATION + "StationOverallSetPointCurrent"));
    assertEquals(7, building.number("Zones/Zone-1/ZoneActiveEnergy"));
    assertEquals(58 * 0.23, building.number(STATION + "StationOverallActivePowerTotal"), 1e-9);
  }

  @Test
  void conductorOneOfAConnectorOnAnotherPhaseCountsAsPhaseOne() {
    gateway.station(27, 1, "mono2");
    gateway.charging(27, 1, 0, 20);
    building.started();
    assertEquals(20, building.number("Zones/Zone-1/Station-27/EVSE-1/Connector-1/ConnectorOverallRmsCurrentAverage"));
    assertEquals(46, building.number("Zones/Zone-1/ZoneOverallRmsCurrentPhase1"), "T-08");
  }

  @Test
  void whatIsInASubZoneCountsTwiceInTheSitesTotal() {
    gateway.zone(2, 1);
    gateway.station(27, 2, "tri231");
    gateway.charging(27, 1, 0, 10, 10, 10);
    building.started();
    assertEquals(30 * 0.23, building.number("Zones/Zone-2/ZoneOverallActivePowerTotal"), 1e-9);
    assertEquals(88 * 0.23, building.number("Zones/Zone-1/ZoneOverallActivePowerTotal"), 1e-9);
    assertEquals(118 * 0.23, building.number("Site/SiteOverallActivePowerTotal"), 1e-9, "T-09");
    assertEquals(138, building.number("Site/SiteSetPointPower(kW)"), 1e-9);
    assertEquals(2, building.number("Site/SiteNumberOfStations"));
    assertEquals(3, building.number("Site/SiteNumberOfConnectors"));
    assertEquals(2, building.number("Site/SiteNumberOfZones"));
  }

  @Test
  void theStatusIsSpreadOverFlags() {
    gateway.connector(26, 2).put("status", "suspended_ev");
    building.started();
    String first = STATION + "EVSE-1/Connector-1/ConnectorState_";
    assertEquals(true, building.bems.point(first + "Charging"));
    assertEquals(false, building.bems.point(first + "Available"));
    assertEquals(true, building.bems.point(STATION + "EVSE-1/Connector-2/ConnectorState_Suspended"));
  }

  @Test
  void aStationThatIsLostShowsZeroAndThatItIsOffline() {
    building.started();
    gateway.stationOf(26).put("is_connected", false);
    gateway.idle(26, 1);
    gateway.connector(26, 1).put("status", "unknown");
    gateway.idle(26, 2);
    building.run(Duration.ofSeconds(15));
    Point power = building.bems.points().stream().filter(p -> p.path().equals(STATION + "StationOverallActivePowerPhase1"))
        .findFirst().orElseThrow();
    assertEquals("0.00 kW [Offline]", power.toString().replaceFirst(".* = ", ""));
    assertEquals(7, building.number(STATION + "StationActiveEnergy"), "the last values stand (R-03)");
  }

  @Test
  void anOddTokenIsNone() {
    gateway.once.put("POST /login/login", WebResponse.of(200, WebHeaders.NONE, "{\"access_token\":\"a\\r\\nb\"}"));
    building.started();
    assertFalse(building.bems.isLinkUp());
    building.run(Duration.ofSeconds(80));
    assertTrue(building.bems.isLinkUp());
  }

  @Test
  void anOddServerIsSurvived() {
    gateway.connector(26, 1).put("rms_current_a", "no object").put("active_energy", "12.5").put("setpoint_current_a", "NaN");
    gateway.zoneOf(1).put("max_current_a", "100").put("zone_type", 7).putNull("setpoint_power_kw");
    gateway.stations.put(28, FakeGateway.JSON.createObjectNode().put("station_id", "x"));
    gateway.stations.put(29, FakeGateway.JSON.createObjectNode().put("station_id", 29));
    building.started();
    assertTrue(building.bems.isLinkUp());
    assertEquals(10, building.number(STATION + "StationOverallRmsCurrentPhase1"));
    assertEquals(12.5, building.number(STATION + "EVSE-1/Connector-1/active_energy"));
    assertEquals(100, building.number("Zones/Zone-1/ZoneMaxCurrent(A)"));
    assertNull(building.bems.point("Zones/Zone-1/ZoneSetPointPower(kW)"));
    assertEquals(2, building.bems.map().stations().size());
  }
}
