package io.parkbench.plant.bems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the client stays logged in, and that it never storms (R-PLANT-5, R-BEMS-9). */
class SessionTest {
  private final Building building = Building.of(Persona.EBO, plan -> plan);
  private final FakeGateway gateway = building.gateway;

  @BeforeEach
  void site() {
    gateway.zone(1, null);
    gateway.station(1, 1, "tri123");
  }

  @Test
  void aTokenThatIsRefusedMeansOneLoginAndNothingIsMissed() {
    building.started();
    building.run(Duration.ofMinutes(1));
    gateway.forgetToken();
    building.run(Duration.ofMinutes(20));
    assertEquals(2, building.bems.logins());
    assertTrue(building.lines.stream().noneMatch(line -> line.contains("alarm")), building.lines.toString());
    assertEquals(1, building.bems.history().samples("Zones/Zone-1").size());
  }

  @Test
  void aTokenIsRenewedBeforeItEnds() {
    gateway.tokenLife = 10 * Micros.MINUTE;
    building.started();
    building.run(Duration.ofHours(1));
    assertEquals(7, building.bems.logins());
    assertTrue(building.lines.stream().noneMatch(line -> line.contains("alarm")), building.lines.toString());
  }

  @Test
  void aWrongPasswordIsTriedLessAndLessOften() {
    gateway.password = "Another-8";
    building.started();
    building.run(Duration.ofHours(1));
    List<Long> tries = gateway.all("POST", "/login/login").stream().map(FakeGateway.Heard::at).toList();
    assertEquals(7, tries.size(), "6 failures would lock the account for a minute, then for longer");
    for (int i = 2; i < tries.size(); i++) {
      assertTrue(tries.get(i) - tries.get(i - 1) >= tries.get(i - 1) - tries.get(i - 2));
    }
    assertEquals(7, gateway.heard.size(), "nothing is asked without a token");
    gateway.password = "Building-7";
    building.run(Duration.ofMinutes(16));
    assertTrue(building.bems.isLinkUp());
  }

  @Test
  void aServerThatRefusesEveryTokenIsNotStormed() {
    building.started();
    gateway.refusesTokens = true;
    building.run(Duration.ofSeconds(10_000));
    assertTrue(building.bems.logins() < 20, "in 10,000 s: " + building.bems.logins());
  }

  @Test
  void aLoginThatIsTooEarlyWaitsAsItIsTold() {
    gateway.once.put("POST /login/login", FakeGateway.problem(429, "rate-limited", "retry-after", "200"));
    building.started();
    building.run(Duration.ofSeconds(190));
    assertEquals(1, building.bems.logins());
    building.run(Duration.ofSeconds(30));
    assertEquals(2, building.bems.logins());
    assertTrue(building.bems.isLinkUp());
  }

  @Test
  void tooManyRequestsMeansSilenceUntilThenAndOneRepetition() {
    building.started();
    gateway.once.put("GET /zones", FakeGateway.problem(429, "rate-limited", "retry-after", "7"));
    building.run(Duration.ofSeconds(15));
    int before = gateway.heard.size();
    building.run(Duration.ofSeconds(6));
    assertEquals(before, gateway.heard.size());
    building.run(Duration.ofSeconds(2));
    assertEquals(before + 2, gateway.heard.size(), "zones once more, then stations");
    assertTrue(building.bems.isLinkUp());
  }

  @Test
  void alarmsComeAndGoWithTheLink() {
    building.started();
    gateway.linkDown = true;
    building.run(Duration.ofSeconds(26));
    assertEquals("gateway", building.bems.alarms().getFirst().source());
    assertEquals("timed out", building.bems.alarms().getFirst().text());
    assertFalse(building.bems.isLinkUp());
    gateway.linkDown = false;
    building.run(Duration.ofSeconds(30));
    assertEquals(List.of(), building.bems.alarms());
  }

  @Test
  void aStationsAlarmHasThePriorityOfItsWorstConnector() {
    gateway.station(2, 1, "tri123", "tri123");
    building.started();
    gateway.connector(2, 1).put("status", "unavailable");
    building.run(Duration.ofSeconds(15));
    assertEquals(Alarm.Category.AVAILABILITY, building.bems.alarms().getFirst().category());
    gateway.connector(2, 2).put("status", "faulted");
    building.run(Duration.ofSeconds(15));
    Alarm alarm = building.bems.alarms().getFirst();
    assertEquals("Station-S2_Alarm 1 connector 2 faulted", alarm.source() + " " + alarm.priority() + " " + alarm.text());
    gateway.stationOf(2).put("is_connected", false);
    building.run(Duration.ofSeconds(15));
    assertEquals(Alarm.Category.COMMUNICATION, building.bems.alarms().getFirst().category());
    assertEquals(1, building.bems.alarms().size());
  }
}
