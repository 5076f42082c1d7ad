package io.parkbench.scenarios.steps;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.car.Car;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.hardware.Done;
import io.parkbench.rigs.hardware.EvSimulator;
import io.parkbench.rigs.hardware.Hardware;
import io.parkbench.rigs.hardware.Need;
import io.parkbench.scenarios.runner.NotJudgedException;
import io.parkbench.scenarios.runner.RigRun;
import io.parkbench.scenarios.runner.ScenarioKey;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The real devices of a scenario, and what its steps want of them. In a rehearsal none is real yet, and a want that the rig cannot fulfil ends
 * the scenario there (R-RIG-5).
 */
final class RealDevices {
  /** A reference meter of class 1 and a car that is not exact. */
  static final double TOLERANCE_A = 0.6;

  private final Bench bench;
  private final RigRun rig;

  RealDevices(Bench bench, RigRun rig) {
    this.bench = bench;
    this.rig = rig;
  }

  void wants(Need need, String station) {
    rig.wants(bench.plan().site(), need, station);
  }

  void wantsAtInput(Need need, int input) {
    rig.wantsAtInput(bench.plan().site(), need, input);
  }

  void wantsAtMeter(String meter) {
    rig.wantsAtMeter(bench.plan().site(), meter);
  }

  void wantsInZone(String zone) {
    rig.wantsInZone(bench.plan().site(), zone);
  }

  boolean isReal(String station) {
    return bench.plant().isReal(station);
  }

  boolean isRealInput(int input) {
    return !bench.plant().contacts().inputs().contains(input);
  }

  /** How long people and real devices may take, µs. */
  long patience() {
    return Micros.of(rig.bindings().rig().patience());
  }

  private Hardware hardware() {
    Hardware hardware = bench.hardware();
    if (hardware == null) {
      throw new IllegalStateException("a rehearsal has no real devices");
    }
    return hardware;
  }

  double offered(Place place) {
    return hardware().offeredAmps(place.station(), place.connector());
  }

  double amps(Place place) {
    return hardware().amps(place.station());
  }

  boolean isConnected(String station) {
    return hardware().isConnected(station);
  }

  void plugIn(Place place, Car car, String card) {
    EvSimulator.Car wanted = new EvSimulator.Car(car.model().name(), car.wantedWh(), card);
    await("a car at " + place, done -> hardware().plug(place.station(), place.connector(), wanted, done));
  }

  void leave(Place place) {
    await("the plug at " + place, done -> hardware().unplug(place.station(), place.connector(), done));
  }

  void move(int input, boolean closed) {
    await("the contact of input " + input, done -> hardware().move(input, closed, done));
  }

  /** Lets time pass until it is done. */
  private void await(String what, Consumer<Done> doing) {
    boolean[] over = {false};
    String[] why = {null};
    doing.accept(failure -> {
      over[0] = true;
      why[0] = failure;
    });
    bench.time().runUntil(() -> over[0], bench.time().now() + patience());
    String failure = over[0] ? why[0] : "nobody has done it within " + Quantity.duration(patience());
    if (failure != null) {
      throw new ClaimError(what + ": " + failure);
    }
  }

  /** Where the scenario held, but not all of it could be seen to, it does not count as passed. */
  void judged() {
    Hardware hardware = bench.hardware();
    List<String> open = hardware == null ? List.of() : hardware.notJudged();
    if (!open.isEmpty()) {
      throw new NotJudgedException("all that was seen held, but not " + String.join("; ", open));
    }
  }

  /** Pulls the plugs that the scenario has left in, and notes how it ended. */
  void ends(ScenarioKey scenario, long begin) {
    rig.lasted(scenario, bench.time().now() - begin);
    Hardware hardware = bench.hardware();
    if (hardware == null) {
      return;
    }
    @Nullable String stopped = hardware.stopped();
    if (stopped != null) {
      rig.halt(stopped);
    }
    hardware.plugged().forEach((station, connectors) -> connectors.forEach(connector -> pull(station, connector)));
  }

  private void pull(String station, int connector) {
    try {
      leave(new Place(station, connector));
    } catch (ClaimError | IllegalStateException e) {
      rig.bindings().told().accept(station + ": its plug may still be in: " + e.getMessage());
    }
  }
}
