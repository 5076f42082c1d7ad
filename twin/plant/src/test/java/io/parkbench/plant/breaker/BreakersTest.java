package io.parkbench.plant.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Zone;
import io.parkbench.plant.breaker.Device.Characteristic;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.load.LoadAmps;
import io.parkbench.plant.load.Loads;
import io.parkbench.plant.load.Noise;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R-PLANT-2: breakers at zones, warmed by all that flows there, opening at the computed instant. */
class BreakersTest {
  private final VirtualTime time = new VirtualTime(0, "");
  private final List<String> lines = new ArrayList<>();
  private final PlantModel model = new PlantModel(
      "test", 230, List.of(Zone.of("main", null, 400), Zone.of("hall", "main", 100), Zone.of("yard", "main", 100)), List.of());
  private final Grid grid = new Grid(model, time, Recording.NONE);
  private final Loads loads = new Loads(grid, time, new Seed(1));

  private Breakers breakers(Map<String, Device> devices) {
    Breakers.Branch branch = new Breakers.Branch() {
      @Override
      public void dark(int zone) {
        loads.setDark(grid, zone, true);
      }

      @Override
      public void live(int zone) {
        loads.setDark(grid, zone, false);
      }
    };
    Recording recording = (instant, kind, fields) -> lines.add(instant / Micros.SECOND + " " + kind + " " + json(fields));
    Breakers breakers = new Breakers(grid, time, devices, branch, recording);
    breakers.start();
    return breakers;
  }

  private void set(String zone, double amps) {
    loads.set(zone, "load", LoadAmps.all(amps));
    time.runFor(Duration.ZERO);
  }

  private static Device b16() {
    return Device.miniature(Characteristic.B, 16);
  }

  @Test
  void itOpensAtTheInstantThatItSaidAndAllBelowIsDark() {
    Breakers breakers = breakers(Map.of("hall", b16()));
    set("yard", 5);
    set("hall", 16);
    assertEquals(Double.POSITIVE_INFINITY, breakers.secondsToTrip(1));
    time.runFor(Duration.ofHours(10));
    assertTrue(breakers.trips().isEmpty());
    set("hall", 30);
    double seconds = breakers.secondsToTrip(1);
    long due = time.now() + (long) Math.ceil(seconds * Micros.SECOND);
    time.runUntil(due - 1);
    assertTrue(breakers.trips().isEmpty());
    assertEquals(1, breakers.heat(1), 1e-6);
    time.runUntil(due);
    Trip trip = breakers.trips().getFirst();
    assertEquals("hall", trip.zone());
    assertEquals(due, trip.at());
    assertEquals(30, trip.amps());
    assertEquals(36_000 * Micros.SECOND, trip.since());
    assertFalse(trip.shortCircuit());
    assertEquals(0, grid.totalAmps(1, 1));
    assertEquals(5, grid.totalAmps(0, 1));
    time.runFor(Duration.ofHours(1));
    assertEquals(1, breakers.trips().size());
    assertEquals(0, breakers.heat(1), 1e-6, "it cools");
  }

  @Test
  void itIsClosedByHandAndOpensSoonerWhileItIsWarm() {
    Breakers breakers = breakers(Map.of("hall", b16()));
    set("hall", 30);
    double fromCold = breakers.secondsToTrip(1);
    time.runFor(Duration.ofMinutes(5));
    breakers.close(1);
    time.runFor(Duration.ZERO);
    assertEquals(30, grid.totalAmps(1, 1), "what hangs below is live again");
    time.runFor(Duration.ofSeconds((long) fromCold - 5));
    assertEquals(1, breakers.trips().size());
    breakers.open(1);
    breakers.close(1);
    time.runFor(Duration.ofSeconds(6));
    assertEquals(2, breakers.trips().size());
    breakers.close(1);
    time.runFor(Duration.ofSeconds(4));
    assertEquals(3, breakers.trips().size(), "it has hardly had time to cool");
  }

  @Test
  void aFuseIsReplacedByAColdOne() {
    Breakers breakers = breakers(Map.of("hall", Device.fuse(16)));
    set("hall", 60);
    double fromCold = breakers.secondsToTrip(1);
    time.runFor(Duration.ofSeconds((long) fromCold + 1));
    assertTrue(breakers.tripped("hall"));
    breakers.close(1);
    time.runFor(Duration.ZERO);
    assertEquals(fromCold, breakers.secondsToTrip(1), 1e-9);
  }

  @Test
  void ofTwoThatAreDueTheOneBelowOpensAndSavesTheOther() {
    Map<String, Device> devices = new LinkedHashMap<>();
    devices.put("main", Device.moulded(40, 2, 16));
    devices.put("hall", b16());
    Breakers breakers = breakers(devices);
    set("yard", 10);
    set("hall", 200);
    assertEquals(List.of("hall"), breakers.trips().stream().map(Trip::zone).toList());
    assertTrue(breakers.trips().getFirst().shortCircuit());
    time.runFor(Duration.ofHours(1));
    assertFalse(breakers.isOpen(0));
    set("yard", 100);
    assertEquals(List.of("hall", "main"), breakers.trips().stream().map(Trip::zone).toList());
    assertEquals(0, grid.totalAmps(0, 1));
  }

  @Test
  void anOverloadThatEndsInTimeIsForgotten() {
    Breakers breakers = breakers(Map.of("hall", b16()));
    set("hall", 30);
    time.runFor(Duration.ofSeconds(10));
    set("hall", 10);
    time.runFor(Duration.ofHours(1));
    assertTrue(breakers.trips().isEmpty());
    assertEquals(
        List.of(
            "0 breaker {\"z\":\"hall\",\"device\":\"B 16 A\",\"state\":\"closed\",\"heat\":0.0}",
            "0 breaker {\"z\":\"hall\",\"device\":\"B 16 A\",\"state\":\"overload\",\"s\":54.0,\"heat\":0.0}",
            "10 breaker {\"z\":\"hall\",\"device\":\"B 16 A\",\"state\":\"closed\",\"heat\":0.24}"),
        lines);
  }

  @Test
  void theRecordingSaysWhatItCarriedBefore() {
    breakers(Map.of("hall", b16()));
    set("hall", 10);
    time.runFor(Duration.ofMinutes(10));
    set("hall", 30);
    time.runFor(Duration.ofSeconds(10));
    set("hall", 100);
    assertEquals(
        "610 trip {\"z\":\"hall\",\"device\":\"B 16 A\",\"phase\":1,\"a\":100.0,\"why\":\"short circuit\",\"since\":600000000,"
            + "\"curve\":[[-610.0,10.0],[-10.0,30.0],[0.0,100.0]]}",
        lines.stream().filter(line -> line.contains(" trip ")).findFirst().orElseThrow());
    assertEquals("610 breaker {\"z\":\"hall\",\"device\":\"B 16 A\",\"state\":\"open\",\"heat\":0.45}", lines.getLast());
  }

  @Test
  void itSaysLittleWhileLittleChanges() {
    Breakers breakers = breakers(Map.of("hall", Device.miniature(Characteristic.D, 100)));
    loads.add(new Loads.Plan("hall", "noise", new Noise(LoadAmps.all(90), 5, Duration.ofSeconds(1))));
    time.runFor(Duration.ofHours(5));
    assertEquals(1, lines.size());
    assertTrue(breakers.trips().isEmpty());
  }

  private static String json(Recording.Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
