package io.parkbench.plant.bems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-PLANT-5: the client over a net of its own latencies and faults: the same seed gives the same recording. */
class OverTheNetTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /** A morning on which the building is cut off for 20 minutes; the recording's hash. */
  private String morning(long seed) {
    VirtualTime time = new VirtualTime(Micros.of(Instant.parse("2026-01-05T07:00:00Z")), "");
    written.reset();
    try (JsonLines lines = new JsonLines(written)) {
      VirtualNet net = new VirtualNet(time, new Seed(seed), lines, new MemoryCarrier(), Latency.LOCAL);
      FakeGateway gateway = new FakeGateway(time);
      gateway.zone(1, null);
      gateway.station(1, 1, "tri123");
      gateway.charging(1, 1, 10, 16, 16, 16);
      net.serveWeb(Bems.GATEWAY.host(), Bems.GATEWAY.port(), gateway);
      Bems bems = new Bems(time.loop(), net.web(), Bems.GATEWAY,
          BemsPlan.of(Persona.EBO, "building", "Building-7", Building.PARIS), Memory.lasting(), lines);
      bems.start();
      time.runFor(Duration.ofMinutes(50));
      try (Faults.Guard cut = net.faults().add("bems"::equals, new Fault.Cut())) {
        time.runFor(Duration.ofMinutes(20));
        assertEquals("unreachable", bems.alarms().getFirst().text());
      }
      gateway.charging(1, 1, 14, 16, 16, 16);
      time.runFor(Duration.ofMinutes(21));
      assertTrue(bems.alarms().isEmpty());
      List<Sample> samples = bems.history().samples("Zones/Zone-1");
      assertEquals(List.of(10.0, 10.0, 10.0, 10.0, 14.0, 14.0), samples.stream().map(Sample::energyKwh).toList());
      assertEquals(Gap.LINK_DOWN, samples.get(3).gap());
      return lines.hash();
    }
  }

  @Test
  void theSameSeedGivesTheSameRecording() {
    String first = morning(1);
    String text = written.toString(StandardCharsets.UTF_8);
    assertEquals(first, morning(1));
    assertNotEquals(first, morning(2));
    assertTrue(text.contains("\"k\":\"bems\",\"e\":\"alarm-raised\",\"what\":\"gateway\""), text.substring(0, 2_000));
    assertTrue(text.contains("\"what\":\"link-down\",\"s\":"));
    assertTrue(!text.contains("Building-7") && !text.contains("token-1"), "no secrets in the recording");
  }
}
