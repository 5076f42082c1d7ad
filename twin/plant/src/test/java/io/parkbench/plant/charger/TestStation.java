package io.parkbench.plant.charger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A station and its central system in virtual time, the station's draws noted. */
final class TestStation {
  private static final JsonFactory JSON = new JsonFactory();
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  final VirtualTime time = new VirtualTime(Micros.of(NOON), "");
  final VirtualNet net = new VirtualNet(time, new Seed(1), Recording.NONE, new MemoryCarrier(), Latency.LOCAL);
  final CentralSystem central = new CentralSystem(time);
  final List<String> draws = new ArrayList<>();
  final List<String> recorded = new ArrayList<>();
  final ChargePoint station;

  TestStation(ChargePointModel model) {
    net.listen(central);
    station = new ChargePoint(
        time,
        net,
        "CP-1",
        model,
        (connector, amps, conductors) -> draws.add(connector + ": " + amps + " x " + conductors),
        (instant, kind, fields) -> record(kind, fields),
        new Seed(1).fork("CP-1"));
  }

  private void record(String kind, Recording.Fields fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    recorded.add(kind + line);
  }

  /** Switched on, and booted where the central system lets it. */
  static TestStation running(ChargePointModel model) {
    TestStation test = new TestStation(model);
    test.station.start();
    test.seconds(1);
    return test;
  }

  void seconds(long seconds) {
    time.runUntil(time.now() + seconds * Micros.SECOND);
  }

  /** Three phases of 16 A, follows a new offer after two seconds, and wants more than a day can give. */
  static Car car() {
    return new Car(CarModel.named("compact-11kw").withReaction(Duration.ofSeconds(2)), 0, 1_000_000);
  }

  static Car onePhaseCar() {
    return new Car(CarModel.named("city-7kw"), 0.2, 10_000);
  }
}
