package io.parkbench.plant.bems;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A client, the gateway that it knows, and their clock. */
final class Building {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  final VirtualTime time;
  final FakeGateway gateway;
  final Memory memory = Memory.lasting();
  final List<String> lines = new ArrayList<>();
  private final BemsPlan plan;
  Bems bems;
  private @Nullable Outcome outcome;

  private Building(String start, BemsPlan plan) {
    this.time = new VirtualTime(Micros.of(Instant.parse(start)), "");
    this.gateway = new FakeGateway(time);
    this.plan = plan;
    this.bems = client();
  }

  /** Monday 2026-01-05, midnight in Paris; not started yet. */
  static Building of(Persona persona, UnaryOperator<BemsPlan> change) {
    return at("2026-01-04T23:00:00Z", persona, change);
  }

  static Building at(String start, Persona persona, UnaryOperator<BemsPlan> change) {
    return new Building(start, change.apply(BemsPlan.of(persona, "building", "Building-7", PARIS)));
  }

  private Bems client() {
    Recording recording = (instant, kind, fields) -> {
      java.io.StringWriter text = new java.io.StringWriter();
      try (var json = FakeGateway.JSON.getFactory().createGenerator(text)) {
        json.writeStartObject();
        json.writeStringField("k", kind);
        fields.write(json);
        json.writeEndObject();
      } catch (java.io.IOException e) {
        throw new IllegalStateException(e);
      }
      lines.add(text.toString());
    };
    return new Bems(time.loop(), gateway, Bems.GATEWAY, plan, memory, recording);
  }

  Building started() {
    bems.start();
    run(Duration.ofSeconds(1));
    return this;
  }

  void run(Duration duration) {
    time.runFor(duration);
  }

  /** The client's computer restarts. */
  void restartClient() {
    bems.stop();
    bems = client();
    started();
  }

  double number(String path) {
    return bems.point(path) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Reduces a zone and waits for what becomes of it. */
  Outcome reduce(String zone, double value, Reduction.Unit unit) {
    outcome = null;
    bems.reduce(zone, new Reduction(value, unit, new Reduction.Lasting(Duration.ofHours(2))), told -> outcome = told);
    run(Duration.ofSeconds(1));
    return java.util.Objects.requireNonNull(outcome);
  }

  Outcome setAvailable(int station, int connector, boolean available) {
    outcome = null;
    bems.setAvailable(station, connector, available, "", told -> outcome = told);
    run(Duration.ofSeconds(1));
    return java.util.Objects.requireNonNull(outcome);
  }
}
