package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Responder;
import io.parkbench.protocol.modbus.Pdu;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R-DYN-1, R-DYN-6: what a dynamic zone is steered by, and what its stations owe. */
class SteeringTest {
  private static final String SITE = """
      licence: EDL
      zones: [{id: main, max_a: 63, directive: dynamic, meter: m, degraded_a: 10, auth: all}]
      meters: [{id: m, model: NSX}]
      stations: [{id: a, model: generic-ac, max_a: 32, zone: main}]
      """;
  private static final String TWICE = "connector 1 does not report its currents every 10 s: what it draws counts twice";

  private static final String TWO = """
      licence: EDL
      zones: [{id: main, max_a: 100, directive: dynamic, meter: m, auth: all}]
      meters: [{id: m, model: NSX}]
      stations:
        - {id: a, model: generic-ac, max_a: 32, zone: main}
        - {id: b, model: generic-ac, max_a: 32, zone: main}
      """;

  private final Yard yard = new Yard(SITE);

  /** What the meter shows in every register. */
  private int shown = 40;

  private final Responder meter = (unit, request, reply) -> {
    byte[] registers = Pdu.reply(Pdu.function(request), Pdu.count(request));
    for (int i = 0; i < Pdu.count(request); i++) {
      Pdu.put(registers, i, shown);
    }
    reply.send(registers);
  };

  private void steered() {
    yard.net.serve("m", 502, meter);
    yard.pass(Duration.ofSeconds(40));
  }

  @Test
  void aStationThatNeverReportsIsToldOf() {
    steered();
    yard.online("a").start(1, "card");
    yard.pass(Duration.ofSeconds(10));
    assertFalse(yard.noticed("a", TWICE));
    yard.pass(Duration.ofSeconds(20));
    assertTrue(yard.noticed("a", TWICE));
    yard.pass(Duration.ofMinutes(5));
    assertEquals(1, yard.gateway.view().notices().stream().filter(n -> n.text().equals(TWICE)).count());
  }

  @Test
  void aStationThatReportsIsNot() {
    steered();
    ScriptedStation a = yard.online("a");
    int transaction = a.start(1, "card");
    for (int i = 0; i < 20; i++) {
      a.meter(1, transaction, i, 12, 12, 12);
      yard.pass(Duration.ofSeconds(10));
    }
    assertFalse(yard.noticed("a", TWICE));
  }

  @Test
  void whatSteersIsShownAtOnceThoughTheLimitStays() {
    assertEquals("degraded", yard.gateway.view().zone("main").limits().by());
    yard.net.serve("m", 502, meter);
    yard.pass(Duration.ofSeconds(12));
    assertEquals("meter", yard.gateway.view().zone("main").limits().by());
    Faults.Guard silence = yard.net.faults().add("m"::equals, new Fault.Silence());
    yard.pass(Duration.ofSeconds(12));
    assertEquals("degraded", yard.gateway.view().zone("main").limits().by());
    silence.close();
    yard.pass(Duration.ofSeconds(12));
    assertEquals("meter", yard.gateway.view().zone("main").limits().by());
  }

  @Test
  void whatAStationThatReportsNoMoreMayNotDrawAnyMoreIsNotLeftToOthers() {
    Yard two = new Yard(TWO);
    two.net.serve("m", 502, meter);
    two.pass(Duration.ofSeconds(40));
    ScriptedStation a = two.online("a");
    ScriptedStation b = two.online("b");
    int[] transactions = {a.start(1, "card"), b.start(1, "card")};
    follow(two, 20, 12, a, b, transactions);
    assertEquals(32, told(a), 0.1);
    assertEquals(32, told(b), 0.1);

    a.triggers = false;
    // the car at a is full, and its station says so no more; then the building takes what it had, and all the rest
    follow(two, 50, 12, null, b, transactions);
    assertEquals(32, told(b), 0.1);
    follow(two, 95, 18, null, b, transactions);
    assertEquals(0, told(b), 0.1);
  }

  /** Cars draw what their stations are told, for so many turns of 5 s; of a station that is null nothing is drawn or heard. */
  private void follow(
      Yard two, int others, int turns, @Nullable ScriptedStation a, @Nullable ScriptedStation b, int[] transactions) {
    ScriptedStation[] stations = {a, b};
    for (int turn = 0; turn < turns; turn++) {
      double sum = others;
      for (int i = 0; i < 2; i++) {
        ScriptedStation station = stations[i];
        if (station != null) {
          double draw = told(station);
          station.meter(1, transactions[i], turn, draw, draw, draw);
          sum += draw;
        }
      }
      shown = (int) Math.round(sum);
      two.pass(Duration.ofSeconds(5));
    }
  }

  private static double told(ScriptedStation station) {
    return station.limits.getOrDefault(1, 0.0);
  }

  @Test
  void aStationThatDoesNotAnswerIsToldOfTheCutAsWell() {
    Yard two = new Yard(TWO);
    two.net.serve("m", 502, meter);
    two.pass(Duration.ofSeconds(40));
    ScriptedStation a = two.online("a");
    ScriptedStation b = two.online("b");
    int[] transactions = {a.start(1, "card"), b.start(1, "card")};
    follow(two, 20, 12, a, b, transactions);
    a.manner = ScriptedStation.Manner.SILENT;
    follow(two, 20, 8, a, b, transactions);
    assertEquals("1=32.0", a.told.getLast());
    follow(two, 95, 4, a, b, transactions);
    assertEquals(0, told(b), 0.1);
    assertEquals("1=0.0", a.told.getLast());
  }
}
