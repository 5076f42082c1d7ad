package io.parkbench.plant.bems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** R-PLANT-5: what setup reads stays as it was read until setup runs again (C-34, R-14). */
class SetupTest {
  private Building building = Building.of(Persona.EBO, plan -> plan);

  private FakeGateway site() {
    building.gateway.zone(1, null);
    building.gateway.station(1, 1, "tri123");
    return building.gateway;
  }

  @Test
  void pagesAreTurnedToTheEnd() {
    FakeGateway gateway = site();
    for (int station = 2; station <= 100; station++) {
      gateway.station(station, 1, "tri123");
    }
    gateway.pageSize = 30;
    building.started();
    assertEquals(100, building.bems.map().stations().size());
    assertEquals(4, gateway.count("GET", "/stations"));
  }

  @Test
  void pagesWithoutAnEndAreLeft() {
    FakeGateway gateway = site();
    building.started();
    int before = gateway.heard.size();
    for (int i = 0; i < 3; i++) {
      gateway.once.put("GET /zones", WebResponse.of(200, WebHeaders.NONE, "{\"items\":[],\"next_cursor\":\"c0\"}"));
      building.run(Duration.ofSeconds(15));
    }
    assertTrue(building.bems.isLinkUp());
    gateway.once.put("GET /stations", WebResponse.of(200, WebHeaders.NONE, "<html>"));
    building.run(Duration.ofSeconds(15));
    assertFalse(building.bems.isLinkUp(), "what is no list is no answer");
    assertTrue(gateway.heard.size() < before + 30);
  }

  @Test
  void identityAndAcceptanceAreThoseOfTheLastSetup() {
    FakeGateway gateway = site();
    building.started();
    gateway.stationOf(1).put("is_accepted_by_cpo", false).put("station_friendly_name", "renamed").put("station_status", "charging");
    gateway.station(2, 1, "mono1");
    gateway.charging(2, 1, 1, 10);
    building.run(Duration.ofHours(1));
    String station = "Zones/Zone-1/Station-1/";
    assertEquals(true, building.bems.point(station + "IsAcceptedByCpo"));
    assertEquals("P1", building.bems.point(station + "StationFriendlyName"));
    assertEquals("charging", building.bems.point(station + "StationStatus"));
    assertEquals(0, building.number("Zones/Zone-1/ZoneOverallRmsCurrentPhase1"), "a station that setup does not know");
    building.bems.setup();
    building.run(Duration.ofSeconds(1));
    assertEquals(false, building.bems.point(station + "IsAcceptedByCpo"));
    assertEquals("renamed", building.bems.point(station + "StationFriendlyName"));
    assertEquals(10, building.number("Zones/Zone-1/ZoneOverallRmsCurrentPhase1"));
  }

  @Test
  void onASchedulePullsComeByThemselves() {
    building = Building.of(Persona.EBO, plan -> plan.settingUp(Duration.ofMinutes(15)));
    FakeGateway gateway = site();
    building.started();
    gateway.stationOf(1).put("is_accepted_by_cpo", false);
    building.run(Duration.ofMinutes(14));
    assertEquals(true, building.bems.point("Zones/Zone-1/Station-1/IsAcceptedByCpo"));
    building.run(Duration.ofMinutes(1));
    assertEquals(false, building.bems.point("Zones/Zone-1/Station-1/IsAcceptedByCpo"));
  }

  @Test
  void aGatewayThatComesLaterIsSetUpWhenItIsThere() {
    FakeGateway gateway = site();
    gateway.starting = true;
    building.started();
    building.run(Duration.ofMinutes(3));
    gateway.starting = false;
    building.run(Duration.ofMinutes(2));
    assertEquals(1, building.bems.map().stations().size());
  }

  @Test
  void aWeeksHistoryHasNoGaps() {
    FakeGateway gateway = site();
    gateway.charging(1, 1, 5, 16, 16, 16);
    building.started();
    building.run(Duration.ofDays(7));
    var series = building.bems.history().series("Zones/Zone-1", "ZoneOverallActivePowerPhase1-Readings");
    assertEquals(7 * 96, series.size());
    long before = building.time.now() - 7 * 86_400_000_000L - 1_000_000;
    for (long at : series.keySet()) {
      assertEquals(before + 900_000_000L, at);
      before = at;
    }
    assertTrue(building.bems.history().samples("Zones/Zone-1/Station-1").stream().allMatch(sample -> sample.gap() == null));
    assertTrue(building.bems.history().items("Zones/Zone-1").contains("ZoneOverallRmsCurrentPhase3-Readings"));
  }
}
