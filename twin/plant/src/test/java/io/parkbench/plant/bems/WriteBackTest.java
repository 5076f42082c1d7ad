package io.parkbench.plant.bems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebResponse;
import io.parkbench.plant.bems.Reduction.Unit;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** R-PLANT-5, R-BEMS-1 to 4, R-BEMS-7: what the client writes, and what it does not write again. */
class WriteBackTest {
  private static final String PATH = "/zones/1/reduction";

  private Building building = Building.of(Persona.EBO, plan -> plan);

  private FakeGateway site() {
    building.gateway.zone(1, null);
    building.gateway.station(1, 1, "tri123");
    building.started();
    return building.gateway;
  }

  private static JsonNode reduction(FakeGateway gateway) {
    return Objects.requireNonNull(gateway.reductions.get(1));
  }

  @Test
  void aReductionIsSetReplacedAndLifted() {
    FakeGateway gateway = site();
    assertEquals(Outcome.Result.ACCEPTED, building.reduce("Z1", 50, Unit.PERCENT).result());
    assertEquals("{\"zone_reduction\":50,\"zone_reduction_type\":\"percentage\",\"zone_validity_mode\":\"duration\","
        + "\"zone_validity\":\"PT2H\"}", gateway.all("PUT", PATH).getFirst().request().text());
    assertEquals(Outcome.Result.ACCEPTED, building.reduce("1", 40.5, Unit.KILOWATT).result());
    assertEquals(List.of("*", "\"1\""), gateway.all("PUT", PATH).stream().map(heard -> {
      String match = heard.request().headers().get("if-match");
      return match == null ? String.valueOf(heard.request().headers().get("if-none-match")) : match;
    }).toList());
    building.run(Duration.ofSeconds(15));
    assertEquals(40.5, building.number("Zones/Zone-1/ZoneReduction"));
    building.bems.lift("Z1", outcome -> assertEquals(204, outcome.status()));
    building.run(Duration.ofSeconds(1));
    assertNull(gateway.reductions.get(1));
  }

  @Test
  void whereSomebodyWasQuickerItLooksOnceMore() {
    FakeGateway gateway = site();
    building.reduce("Z1", 50, Unit.PERCENT);
    gateway.once.put("PUT " + PATH, FakeGateway.problem(412, "stale-etag"));
    assertEquals(Outcome.Result.ACCEPTED, building.reduce("Z1", 60, Unit.PERCENT).result());
    assertEquals(60, reduction(gateway).get("zone_reduction").asInt());
    assertEquals(3, gateway.count("PUT", PATH));
  }

  @Test
  void aSetpointThatComesTooSoonIsShownAndNotTriedAgain() {
    FakeGateway gateway = site();
    gateway.once.put("PUT " + PATH, FakeGateway.problem(429, "setpoint-period", "retry-after", "45"));
    Outcome outcome = building.reduce("Z1", 50, Unit.PERCENT);
    assertEquals("REFUSED 429 setpoint-period", outcome.result() + " " + outcome.status() + " " + outcome.code());
    assertEquals(45_000_000, outcome.notBefore() - outcome.at());
    building.run(Duration.ofMinutes(10));
    assertEquals(1, gateway.count("PUT", PATH));
    assertTrue(building.lines.stream().anyMatch(line -> line.contains("\"k\":\"bems\"") && line.contains("setpoint-period")));
    assertTrue(building.bems.isLinkUp(), "the pulls go on meanwhile");
  }

  @Test
  void aGatewayThatIsSilentAboutItIsUnderstood() {
    FakeGateway gateway = site();
    building.reduce("Z1", 50, Unit.PERCENT);
    gateway.once.put("PUT " + PATH, WebResponse.of(200, WebHeaders.NONE, "{\"zone_reduction\":50,\"applied\":false}"));
    Outcome outcome = building.reduce("Z1", 20, Unit.PERCENT);
    assertEquals("REFUSED setpoint-period", outcome.result() + " " + outcome.code());
  }

  @Test
  void aPowerMonitorRefusesAmperes() {
    building = Building.of(Persona.PME, plan -> plan);
    FakeGateway gateway = site();
    Outcome outcome = building.reduce("Z1", 50, Unit.AMPERE);
    assertEquals(Outcome.Result.NOT_SENT, outcome.result());
    assertEquals("persona pme writes no A, but %", outcome.detail());
    assertEquals(0, gateway.count("PUT", PATH));
    assertEquals(Outcome.Result.ACCEPTED, building.reduce("Z1", 50, Unit.PERCENT).result());
    BemsPlan.Entry entry = new BemsPlan.Entry(LocalTime.NOON, "Z1", 10, Unit.KILOWATT);
    assertEquals("persona pme writes no kW, but %", assertThrows(IllegalArgumentException.class,
        () -> BemsPlan.of(Persona.PME, "u", "p", Building.PARIS).following(List.of(entry))).getMessage());
  }

  @Test
  void aZoneThatSetupDoesNotKnowIsNotWritten() {
    site();
    assertEquals("setup knows no zone 'Z9'; run setup again if it is new", building.reduce("Z9", 50, Unit.PERCENT).detail());
  }

  @Test
  void afterARestartOfTheGatewayReductionsAreSentAgainIfTold() {
    building = Building.of(Persona.EBO, BemsPlan::resending);
    FakeGateway gateway = site();
    building.reduce("Z1", 50, Unit.PERCENT);
    building.run(Duration.ofMinutes(30));
    gateway.restart();
    building.run(Duration.ofSeconds(16));
    assertEquals(50, reduction(gateway).get("zone_reduction").asInt());
    assertEquals("2026-01-05T01:00:01.", reduction(gateway).get("zone_validity").asText().substring(0, 20), "as long as before");
  }

  @Test
  void otherwiseARestartLosesThem() {
    FakeGateway gateway = site();
    building.reduce("Z1", 50, Unit.PERCENT);
    gateway.restart();
    building.run(Duration.ofMinutes(5));
    assertNull(gateway.reductions.get(1));
  }

  @Test
  void availabilityIsVerifiedAndNeverTriedAgain() {
    FakeGateway gateway = site();
    assertEquals(Outcome.Result.ACCEPTED, building.setAvailable(1, 0, false).result());
    gateway.stationOf(1).put("is_available", false);
    building.run(Duration.ofSeconds(15));
    assertEquals(Outcome.Result.SEEN, building.bems.outcomes().getLast().result());
    String path = "/stations/1/connectors/1/availability";
    gateway.once.put("PUT " + path, FakeGateway.problem(409, "station-disconnected"));
    assertEquals("station-disconnected", building.setAvailable(1, 1, false).code());
    building.run(Duration.ofMinutes(10));
    assertEquals(1, gateway.count("PUT", path));
    assertEquals(Outcome.Result.REFUSED, building.bems.outcomes().getLast().result());
    assertEquals(Outcome.Result.ACCEPTED, building.setAvailable(1, 1, false).result());
    building.run(Duration.ofMinutes(6));
    assertEquals(Outcome.Result.NOT_SEEN, building.bems.outcomes().getLast().result(), "taken, but the connector stayed");
  }

  @Test
  void availabilityDuringASessionIsAwaited() {
    FakeGateway gateway = site();
    String path = "PUT /stations/1/connectors/1/availability";
    gateway.charging(1, 1, 5, 16, 16, 16);
    gateway.once.put(path, WebResponse.of(202, WebHeaders.NONE, "{}"));
    assertEquals(Outcome.Result.SCHEDULED, building.setAvailable(1, 1, false).result());
    building.run(Duration.ofHours(2));
    gateway.connector(1, 1).put("status", "unavailable");
    building.run(Duration.ofSeconds(15));
    assertEquals(Outcome.Result.SEEN, building.bems.outcomes().getLast().result());
  }

  @Test
  void signsOfLifeAreCounted() {
    building = Building.of(Persona.EBO, plan -> plan.beating(Duration.ofMinutes(5)));
    FakeGateway gateway = site();
    building.run(Duration.ofHours(1));
    List<FakeGateway.Heard> beats = gateway.all("POST", "/heartbeat");
    assertEquals(12, beats.size());
    assertEquals(12, beats.getLast().body().get("sequence").asInt());
  }
}
