package io.parkbench.reports.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any writer's lines are understood, and a damaged one does not cost the others. */
class RecordingReaderTest {
  @TempDir Path path;

  @Test
  void theOrderOfFieldsDoesNotMatter() throws IOException {
    Trace trace = read("""
        {"k":"current","a":[1.5,0,0],"z":"main","t":1000}
        {"k":"frame","t":2000,"l":"CP-01","f":[3,"1",{"k":"lost"}]}
        {"t":3000,"k":"frame","l":"CP-01","f":[3,"2",{}]}
        """);

    assertNull(trace.problem());
    assertEquals(1.5, trace.zones().iterator().next().current(0).at(1000));
    assertEquals(2, trace.frames());
    assertEquals(0, trace.lost());
    assertEquals(1000, trace.from());
    assertEquals(3000, trace.until());
  }

  @Test
  void damagedLinesAreCountedAndPassedOver() throws IOException {
    Trace trace = read("""
        {"t":1000,"k":"leased","z":"main","a":[6,6,6]}
        {"t":2000,"k":"leased","z":"main","a":[
        {"t":2500,"k":"leased","a":[6,6,6]}
        {"t":3000,"k":"leased","z":"main","a":[8,8,8]}""");

    assertTrue(Objects.requireNonNull(trace.problem()).startsWith("2 lines of the recording could not be read; the first: line 2"));
    assertEquals(8, trace.zones().iterator().next().leased(2).at(3000));
  }

  @Test
  void otherLoadsAndTheBreakerBelongToTheirZone() throws IOException {
    Trace trace = read("""
        {"t":1000000,"k":"load","z":"main","a":[5,-2.5,0]}
        {"t":1000000,"k":"breaker","z":"main","device":"C 63 A","state":"closed","heat":0}
        {"t":2000000,"k":"breaker","z":"main","device":"C 63 A","state":"overload","s":90.5,"heat":0.2}
        {"t":62000000,"k":"breaker","z":"main","device":"C 63 A","state":"closed","heat":0.8}
        {"t":99000000,"k":"current","z":"main","a":[0,0,0]}
        """);
    ZoneTrace zone = trace.zones().iterator().next();
    BreakerTrace breaker = zone.breaker();
    assertEquals(-2.5, zone.load(1).at(2_000_000));
    assertTrue(zone.load(2).isZero() && zone.idle(2) && !zone.idle(1));
    assertEquals("C 63 A", breaker.device());
    assertEquals(30.5, breaker.leastSeconds(trace.until()), 1e-9, "what was left when the overload ended");
    assertEquals(62_000_000, breaker.leastAt(trace.until()));
    assertTrue(breaker.trips().isEmpty());
  }

  @Test
  void aTripIsKeptWithItsPoleAndIsAnIncident() throws IOException {
    Trace trace = read(
        """
            {"t":1000000,"k":"breaker","z":"row","device":"C 40 A","state":"overload","s":80,"heat":0}
            {"t":81000000,"k":"trip","z":"row","device":"C 40 A","phase":2,"a":66,"why":"overload","since":1000000,"curve":[[-80.0,66.0]]}
            {"t":81000000,"k":"breaker","z":"row","device":"C 40 A","state":"open","heat":1.0}
            """);
    assertNull(trace.problem());
    BreakerTrace breaker = trace.zones().iterator().next().breaker();
    assertEquals(List.of(new BreakerTrace.Trip(81_000_000, 1, 66, 1_000_000)), breaker.trips());
    assertEquals(0, breaker.leastSeconds(trace.until()));
    assertEquals("Breaker of row tripped: C 40 A", trace.incidents().getFirst().text());
  }

  @Test
  void aBreachOfThePowerLimitConcernsAllPhases() throws IOException {
    Trace trace = read("""
        {"t":9000,"k":"breach","z":"main","phase":0,"kw":51.2,"limit":50,"since":1000}
        """);
    ZoneTrace.Breach breach = trace.zones().iterator().next().breaches().getFirst();

    assertTrue(breach.ofPower() && breach.concerns(2));
    assertEquals(51.2, breach.value());
    assertEquals(1, trace.breaches());
  }

  @Test
  void staysRunFromPluggingInToLeaving() throws IOException {
    Trace trace = read("""
        {"t":1,"k":"session","e":"plugged","station":"A","connector":1,"id":"x","wh":0}
        {"t":2,"k":"session","e":"start","station":"A","connector":1,"tx":7,"wh":100}
        {"t":8,"k":"session","e":"stop","station":"A","connector":1,"tx":7,"wh":600}
        {"t":9,"k":"session","e":"unplugged","station":"A","connector":1,"id":"x"}
        {"t":12,"k":"session","e":"plugged","station":"A","connector":1,"id":"y","wh":0}
        """);
    List<ConnectorTrace.Stay> stays = trace.connectors().iterator().next().stays();

    assertEquals(2, stays.size());
    assertEquals("x", stays.getFirst().id());
    assertEquals(9, stays.getFirst().until());
    assertEquals(500, stays.getFirst().deliveredWh());
    assertEquals(12, stays.getLast().from());
    assertEquals(Long.MAX_VALUE, stays.getLast().until());
  }

  @Test
  void aSetpointEndsWithItsSession() throws IOException {
    Trace trace = read("""
        {"t":1,"k":"setpoint","station":"A","connector":1,"a":16,"why":{"rule":"full"}}
        {"t":8,"k":"session","e":"stop","station":"A","connector":1,"wh":600}
        {"t":9,"k":"session","e":"unplugged","station":"A","connector":1,"wh":600}
        """);
    StepSeries setpoint = trace.connectors().iterator().next().setpoint();

    assertEquals(16, setpoint.at(7));
    assertTrue(Double.isNaN(setpoint.at(8)));
    assertEquals(16, setpoint.max());
    assertEquals(2, setpoint.size());
  }

  private Trace read(String lines) throws IOException {
    Path file = path.resolve("x.jsonl.zst");
    Files.write(file, Zstd.compress(lines.getBytes(StandardCharsets.UTF_8)));
    return RecordingReader.read(file);
  }
}
