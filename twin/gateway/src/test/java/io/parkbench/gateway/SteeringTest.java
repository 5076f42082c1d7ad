package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Responder;
import io.parkbench.protocol.modbus.Pdu;
import java.time.Duration;
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

  /** A meter that shows 40 in every register. */
  private static final Responder METER = (unit, request, reply) -> {
    byte[] registers = Pdu.reply(Pdu.function(request), Pdu.count(request));
    for (int i = 0; i < Pdu.count(request); i++) {
      Pdu.put(registers, i, 40);
    }
    reply.send(registers);
  };

  private final Yard yard = new Yard(SITE);

  private void steered() {
    yard.net.serve("m", 502, METER);
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
    yard.net.serve("m", 502, METER);
    yard.pass(Duration.ofSeconds(12));
    assertEquals("meter", yard.gateway.view().zone("main").limits().by());
    Faults.Guard silence = yard.net.faults().add("m"::equals, new Fault.Silence());
    yard.pass(Duration.ofSeconds(12));
    assertEquals("degraded", yard.gateway.view().zone("main").limits().by());
    silence.close();
    yard.pass(Duration.ofSeconds(12));
    assertEquals("meter", yard.gateway.view().zone("main").limits().by());
  }
}
