package io.parkbench.scenarios.steps;

import io.parkbench.gateway.view.GatewayView;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What can be claimed of chargers and zones: seen at the plant, not at the gateway. */
final class Claims {
  /** Setpoints have steps of 0.1 A. */
  private static final double HALF_STEP_A = 0.05 + 1e-9;

  private Claims() {}

  /** What the pilot offers. */
  static Claim mayDraw(Scene scene, Place place, double amps) {
    return Claim.about(
        place + " may draw", amps, HALF_STEP_A, "A", () -> scene.offered(place));
  }

  /** What flows, per conductor. */
  static Claim draws(Scene scene, Place place, double amps) {
    return Claim.about(
        place + " draws", amps, scene.tolerance(place, HALF_STEP_A), "A", () -> scene.drawn(place));
  }

  /** By its energy register. */
  static Claim hasGivenAtLeast(Scene scene, Place place, double kwh) {
    return Claim.atLeast(
        place + " has given", kwh, "kWh", () -> scene.station(place.station()).energyWh(place.connector()) / 1_000);
  }

  static Supplier<Double> zoneAmps(Scene scene, String zone, int phase) {
    int index = zoneIndex(scene, zone);
    scene.looksAtZone(zone);
    return () -> scene.bench().plant().grid().amps(index, phase);
  }

  static Supplier<Double> highestAmps(Scene scene, String zone) {
    int index = zoneIndex(scene, zone);
    scene.looksAtZone(zone);
    return () -> IntStream.rangeClosed(1, 3).mapToDouble(phase -> scene.bench().plant().grid().amps(index, phase)).max().orElse(0);
  }

  static Supplier<Double> zoneKw(Scene scene, String zone) {
    int index = zoneIndex(scene, zone);
    scene.looksAtZone(zone);
    return () -> scene.bench().plant().grid().kw(index);
  }

  /** How many of the connectors at which a car charges or wants to are offered nothing. */
  static long suspended(Scene scene, List<GatewayView.Session> sessions) {
    return sessions.stream()
        .flatMapToDouble(session -> DoubleStream.of(scene.offered(new Place(session.station(), session.connector()))))
        .filter(offered -> offered == 0)
        .count();
  }

  static int zoneIndex(Scene scene, String zone) {
    int index = scene.bench().plant().model().zoneIndex(zone);
    if (index < 0) {
      throw new IllegalArgumentException("the site has no zone " + zone);
    }
    return index;
  }
}
