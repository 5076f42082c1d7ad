package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.api.Commands.Availability;
import io.parkbench.kernel.WebResponse;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** R-BEMS-5, R-BEMS-6, R-BEMS-7: what the API reads, and what it says while it is not known. */
class ApiReadingTest {
  private final ApiYard yard = new ApiYard();

  private int charge(ScriptedStation station) {
    int transaction = station.start(1, "04A1B2C3D4");
    station.status(1, ChargePointStatus.Charging);
    station.meter(1, transaction, 500, 10, 11, 12);
    yard.yard.settle();
    return transaction;
  }

  private JsonNode connector() {
    return yard.read("/stations/1/connectors/1");
  }

  @Test
  void currentsAreOnConductorsAndOnSupplyPhasesByTheirOwnNames() {
    ScriptedStation station = yard.yard.online("cp-1");
    charge(station);
    JsonNode connector = connector();
    assertEquals("tri231", connector.path("phase_connection").asText());
    // TRI231: the connector's L1 is on supply phase 2
    assertEquals("{\"1\":10.0,\"2\":11.0,\"3\":12.0}", connector.path("rms_current_a").toString());
    assertEquals("{\"l1\":12.0,\"l2\":10.0,\"l3\":11.0}", connector.path("grid_current_a").toString());
    assertEquals("{\"1\":2.3,\"2\":2.53,\"3\":2.76}", connector.path("active_power_kw").toString());
    assertEquals("{\"l1\":12.0,\"l2\":10.0,\"l3\":11.0}", yard.read("/zones/1").path("rms_current_a").toString());
    assertEquals(7.59, yard.read("/site").path("ev_demand_kw").asDouble());
  }

  @Test
  void energyIsThereDuringASessionOnly() {
    ScriptedStation station = yard.yard.online("cp-1");
    assertFalse(connector().has("active_energy"));
    int transaction = charge(station);
    assertEquals(0.5, connector().path("active_energy").asDouble());
    station.stop(transaction, 700);
    assertFalse(connector().has("active_energy"));
    JsonNode past = yard.read("/transactions?state=ended").path("items").get(0);
    assertEquals(0.7, past.path("energy_kwh").asDouble());
    assertEquals("****C3D4", past.path("id_tag").asText());
    assertEquals(0, yard.read("/transactions?state=open").path("items").size());
  }

  @Test
  void aStationThatIsNotConnectedIsUnknownAndMeasuresNothing() {
    ScriptedStation station = yard.yard.online("cp-1");
    charge(station);
    station.disconnect();
    JsonNode found = yard.read("/stations/1");
    assertFalse(found.path("is_connected").asBoolean(true));
    JsonNode connector = found.path("connectors").get(0);
    assertEquals("unknown", connector.path("status").asText());
    for (String measured : List.of("rms_current_a", "active_power_kw", "grid_current_a", "active_energy")) {
      assertFalse(connector.has(measured), measured);
    }
    assertFalse(yard.read("/zones/1").has("rms_current_a"));
    JsonNode points = yard.read("/points?station_id=1&limit=200").path("items");
    for (JsonNode point : points) {
      if (point.path("name").asText().equals("active_energy")) {
        assertEquals("offline", point.path("state").asText());
        assertFalse(point.has("value"));
      }
    }
    assertEquals("station-communication-fault", yard.read("/alarms?state=active").path("items").get(0).path("code").asText());
  }

  @Test
  void bothSuspendedWordsAreOneInTheLegacyStatus() {
    ScriptedStation station = yard.yard.online("cp-1");
    charge(station);
    station.status(1, ChargePointStatus.SuspendedEVSE);
    assertEquals("suspended_evse", connector().path("status").asText());
    assertEquals("suspended", connector().path("legacy_status").asText());
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetition() {
    List<String> ids = new ArrayList<>();
    String path = "/points?limit=7";
    while (!path.isEmpty()) {
      WebResponse page = yard.get(path);
      JsonNode tree = yard.tree(page);
      tree.path("items").forEach(item -> ids.add(item.path("id").asText()));
      String link = page.headers().get("Link");
      assertEquals(link == null, tree.path("next_cursor").isNull());
      path = link == null ? "" : link.substring(link.indexOf("/api/v2") + "/api/v2".length(), link.indexOf('>'));
      yard.yard.pass(Duration.ofSeconds(1));
    }
    assertEquals(ids.stream().distinct().toList(), ids);
    List<String> atOnce = new ArrayList<>();
    yard.read("/points?limit=200").path("items").forEach(item -> atOnce.add(item.path("id").asText()));
    assertEquals(atOnce, ids);
    assertTrue(ids.contains("Zones/Zone-1/ZoneSetPointCurrent(A)"));
    assertTrue(ids.contains("Zones/Zone-2/Station-1/StationCpoUri"));
    assertTrue(ids.contains("Zones/Zone-2/Station-1/EVSE-1/Connector-1/ConnectorOverallActivePower1"));
  }

  @Test
  void aTagHoldsWhileNothingChanges() {
    ScriptedStation station = yard.yard.online("cp-1");
    String tag = Objects.requireNonNull(yard.get("/stations/1/connectors/1").headers().get("ETag"));
    assertEquals(304, yard.get("/stations/1/connectors/1", "If-None-Match", "W/" + tag).status());
    charge(station);
    WebResponse changed = yard.get("/stations/1/connectors/1", "If-None-Match", tag);
    assertEquals(200, changed.status());
    assertNotEquals(tag, changed.headers().get("ETag"));
  }

  @Test
  void aNewStationInTheSamePlaceHasAnotherNumber() {
    ScriptedStation station = yard.yard.online("cp-1");
    assertEquals("SN-1", yard.read("/stations/1").path("station_serial_number").asText());
    station.ask(
        new BootNotification.Req("Maker", "Model", "SN-2", null, "1.0", null, null, null, null));
    assertEquals(404, yard.get("/stations/1").status());
    assertEquals("cp-1", yard.read("/stations/3").path("station_ocpp_identifier").asText());
  }

  @Test
  void whatIsScheduledIsPendingUntilItIsSo() {
    ScriptedStation station = yard.yard.online("cp-1");
    int transaction = charge(station);
    yard.commands.availability = Availability.SCHEDULED;
    WebResponse scheduled = yard.ask(
        "PUT", "/stations/1/connectors/0/availability", yard.token(ApiYard.WRITER), "{\"available\":false}");
    assertEquals(202, scheduled.status());
    assertEquals(List.of("cp-1/0 false"), yard.commands.told);
    assertEquals("unavailable", connector().path("pending_availability").asText());
    station.stop(transaction, 900);
    station.status(1, ChargePointStatus.Unavailable);
    assertTrue(connector().path("pending_availability").isNull());
    assertEquals("unavailable", connector().path("status").asText());
  }
}
