package io.parkbench.rigs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.plant.bems.Bems;
import io.parkbench.plant.bems.BemsPlan;
import io.parkbench.plant.bems.Persona;
import io.parkbench.plant.bems.Reduction.Unit;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a site file says of the simulated building's client of the gateway (R-PLANT-5). */
class BemsSectionTest {
  private static Site site(String bems) throws SiteException {
    return ReadySites.checked("s.yaml", ReadySites.text("office") + "\nplant:\n  bems: " + bems + "\n");
  }

  private static BemsPlan plan(String bems) throws SiteException {
    BemsPlan plan = PlantSection.of(site(bems)).installation().bems();
    assertNotNull(plan);
    return plan;
  }

  private static void assertProblem(String bems, String problem) {
    String told = String.valueOf(assertThrows(SiteException.class, () -> site(bems)).getMessage());
    assertTrue(told.contains("plant.bems") && told.contains(problem), told);
  }

  @Test
  void whatIsNotSaidIsAsUsual() throws SiteException {
    BemsPlan plan = plan("{user: building, password: Building-7}");
    assertEquals(Persona.EBO, plan.persona());
    assertEquals(Duration.ofSeconds(15), plan.poll());
    assertEquals(Duration.ofMinutes(15), plan.log());
    assertNull(plan.setup());
    assertNull(plan.heartbeat());
    assertEquals("Europe/Paris", plan.clock().getId());
    assertNull(PlantSection.of(ReadySites.checked("s.yaml", ReadySites.text("office"))).installation().bems());
  }

  @Test
  void everythingCanBeSaid() throws SiteException {
    BemsPlan plan = plan(
        "{persona: microgrid, user: b, password: Building-7, poll: 30s, log: 5 min, setup: 15 min, heartbeat: 5 min,"
            + " resend: true, schedule: [{at: \"22:00\", zone: main, kw: 60}, {at: \"06:00\", zone: p1, a: 40.5}]}");
    assertEquals(Duration.ofSeconds(30), plan.poll());
    assertEquals(Duration.ofMinutes(15), plan.setup());
    assertEquals(Duration.ofMinutes(5), plan.heartbeat());
    assertTrue(plan.resend());
    assertEquals(List.of(
        new BemsPlan.Entry(LocalTime.of(22, 0), "Main switchboard", 60, Unit.KILOWATT),
        new BemsPlan.Entry(LocalTime.of(6, 0), "P1 indoor", 40.5, Unit.AMPERE)), plan.schedule());
  }

  @Test
  void itStartsWithThePlantAndComesUpAnewWhenItsComputerDoes() throws SiteException {
    try (Bench bench = Bench.open(BenchPlan.of(site("{user: building, password: Building-7}")))) {
      bench.time().runFor(Duration.ofMinutes(1));
      Bems first = bench.plant().bems();
      assertNotNull(first);
      assertTrue(first.logins() > 0);
      bench.plant().restartBuilding();
      bench.time().runFor(Duration.ofMinutes(1));
      Bems second = bench.plant().bems();
      assertNotNull(second);
      assertNotSame(first, second);
      assertTrue(second.logins() > 0);
    }
  }

  @Test
  void aPasswordThatTheGatewayWouldRefuseIsRefusedInTheFile() {
    assertProblem("{user: bms, password: Building-7}\nusers: [{name: bms, role: WEBSERVICES}]",
        "password: the password has 10 characters");
  }

  @Test
  void mistakesNamePlaceAndRemedy() {
    assertProblem("{password: Building-7}", "needs user");
    assertProblem("{user: b, password: c, pol: 3s}", "no such key: pol; there are persona, user");
    assertProblem("{user: b, password: c, persona: scada}", "persona is ebo, pme or microgrid, not 'scada'");
    assertProblem("{user: b, password: c, poll: soon}", "poll: 'soon' is no duration");
    assertProblem("{user: b, password: c, poll: 0s}", "poll is PT1S to PT1H");
    assertProblem("{user: b, password: c, log: 7 min}", "log is a part of a day");
    assertProblem("{user: b, password: c, schedule: 5}", "schedule must be a list");
    assertProblem("{user: b, password: c, schedule: [{at: \"25:00\", zone: main, a: 1}]}",
        "schedule[0]: at: '25:00' is no time of day");
    assertProblem("{user: b, password: c, schedule: [{at: \"05:00\", zone: roof, a: 1}]}",
        "no zone is called 'roof'; there are main, p1");
    assertProblem("{user: b, password: c, schedule: [{at: \"05:00\", zone: main}]}", "needs one of percent, a and kw, not none");
    assertProblem("{user: b, password: c, schedule: [{at: \"05:00\", zone: main, percent: 101}]}", "0 to 100 %, not 101");
    assertProblem("{user: b, password: c, persona: pme, schedule: [{at: \"05:00\", zone: main, a: 10}]}",
        "persona pme writes no A, but %");
  }
}
