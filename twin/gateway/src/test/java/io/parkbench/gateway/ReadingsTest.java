package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.meter.Distrust;
import io.parkbench.gateway.meter.Metering;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Responder;
import io.parkbench.protocol.modbus.Pdu;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-DYN-2, R-DYN-5: the gateway shows what its meters show, those that steer nothing too. */
class ReadingsTest {
  private static final String SITE = """
      licence: EDL
      zones: [{id: main, max_a: 100, directive: dynamic, meter: m}]
      meters:
        - {id: m, name: Incomer, model: NSX}
        - {id: kitchen, model: NSX, ip: 10.0.0.9, unit: 3, role: reporting}
        - {id: roof, model: NSX, ip: 10.0.0.9, unit: 4, role: production}
      stations: []
      """;

  /** A device that shows its unit's number in each register. */
  private static final Responder DEVICE = (unit, request, reply) -> {
    byte[] registers = Pdu.reply(Pdu.function(request), Pdu.count(request));
    for (int i = 0; i < Pdu.count(request); i++) {
      Pdu.put(registers, i, unit);
    }
    reply.send(registers);
  };

  private final Yard yard = new Yard(SITE);

  private void serve() {
    yard.net.serve("m", 502, DEVICE);
    yard.net.serve("10.0.0.9", 502, DEVICE);
  }

  @Test
  void allMetersAreShownWithTheirRoles() {
    serve();
    yard.pass(Duration.ofSeconds(12));
    GatewayView view = yard.gateway.view();
    assertEquals(List.of("m", "kitchen", "roof"), view.meters().stream().map(GatewayView.Meter::id).toList());
    GatewayView.Meter roof = view.meter("roof");
    assertTrue(roof.trusted());
    assertNull(roof.why());
    assertEquals(List.of(4.0, 4.0, 4.0), roof.amps());
    assertEquals(400.0, roof.watts());
    assertEquals(262_148_000L, roof.energyWh());
    assertEquals(Metering.State.CONNECTED, roof.state());
    assertEquals(3, yard.recorded("reading").stream().filter(line -> line.contains("\"trusted\":true")).count());
  }

  @Test
  void peopleAreToldOfALossAndOfTheReturn() {
    serve();
    yard.pass(Duration.ofSeconds(12));
    Faults.Guard fault = yard.net.faults().add("m"::equals, new Fault.Silence());
    yard.pass(Duration.ofSeconds(15));
    assertTrue(yard.noticed("m", "Incomer is lost: it does not answer"));
    assertEquals(Metering.State.NOT_CONNECTED, yard.gateway.view().meter("m").state());
    assertTrue(yard.gateway.view().meter("kitchen").trusted());
    fault.close();
    yard.pass(Duration.ofSeconds(20));
    assertTrue(yard.gateway.view().meter("m").trusted());
    assertEquals(2, yard.gateway.view().notices().stream().filter(n -> n.text().contains("Incomer is read")).count());
  }

  @Test
  void whatIsNotThereIsNotConnected() {
    yard.pass(Duration.ofSeconds(12));
    GatewayView.Meter meter = yard.gateway.view().meter("m");
    assertFalse(meter.trusted());
    assertEquals(Metering.State.NOT_CONNECTED, meter.state());
    assertEquals(Distrust.UNREACHABLE, meter.why());
    assertEquals(-1, meter.readAt());
    assertNull(meter.watts());
  }
}
