package io.parkbench.scenarios.steps;

import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Tolerance;
import io.parkbench.rigs.Bench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The judge of the bounded class (R-LEASE-5): whatever flows above a limit for longer than B has to be what the excused connectors
 * draw above what the gateway counts them as. Once it counts them as what they draw, the obedient ones have B to make up for it, by
 * drawing nothing if need be.
 */
final class ExcessWatch {
  private static final long EVERY = Micros.SECOND;
  private static final long NEVER = Long.MAX_VALUE;
  private static final int PHASES = 3;
  private static final double SOME_AMPS = 1;

  private final Scene scene;
  private final Bench bench;
  private final PlantModel model;
  private final long bound;
  private final Set<Place> excused = new LinkedHashSet<>();
  private final long[][] since;
  private final List<String> found = new ArrayList<>();

  /** Begins to watch. */
  ExcessWatch(Scene scene) {
    this.scene = scene;
    bench = scene.bench();
    model = bench.plant().model();
    bound = Micros.of(Bench.bound(bench.plan().site()).total());
    since = new long[model.zones().size()][PHASES];
    for (long[] row : since) {
      Arrays.fill(row, NEVER);
    }
    bench.plant().grid().watch((now, zone) -> look(zone));
    bench.time().after(EVERY, this::lookAtAll);
  }

  /** What this connector draws above what it counts as is no breach. */
  void excuse(Place place) {
    excused.add(place);
  }

  /** What flowed above a limit and has no excuse, one sentence each. */
  List<String> found() {
    return List.copyOf(found);
  }

  private void lookAtAll() {
    for (int zone = 0; zone < since.length; zone++) {
      look(zone);
    }
    bench.time().after(EVERY, this::lookAtAll);
  }

  private void look(int zone) {
    for (int phase = 1; phase <= PHASES; phase++) {
      look(zone, phase);
    }
  }

  private void look(int zone, int phase) {
    double amps = bench.plant().grid().amps(zone, phase);
    String id = model.zones().get(zone).id();
    double limit = scene.view().zone(id).limits().limitDa().da(phase) / 10.0;
    double tolerance = limit * Tolerance.USUAL.meterClass() + Tolerance.USUAL.pilotAmps();
    long now = bench.time().now();
    if (amps <= limit + tolerance || amps <= limit + tolerance + excess(zone, phase) || amps <= draw(zone, phase) + SOME_AMPS) {
      since[zone][phase - 1] = NEVER;
    } else if (since[zone][phase - 1] == NEVER) {
      since[zone][phase - 1] = now;
    } else if (now - since[zone][phase - 1] > bound) {
      since[zone][phase - 1] = NEVER;
      found.add(id + " L" + phase + " carried " + Quantity.amps(amps) + " of " + Quantity.amps(limit) + " at "
          + Micros.toInstant(now) + " though the excused drew only " + Quantity.amps(excess(zone, phase)) + " above their count");
    }
  }

  private double excess(int zone, int phase) {
    return sum(zone, place -> Math.max(0, drawn(place, phase) - counted(place, phase)));
  }

  private double draw(int zone, int phase) {
    return sum(zone, place -> drawn(place, phase));
  }

  private double sum(int zone, ToDoubleFunction<Place> amps) {
    return excused.stream()
        .filter(place -> isUnder(scene.bay(place).station().zone(), model.zones().get(zone).id()))
        .mapToDouble(amps)
        .sum();
  }

  private double drawn(Place place, int phase) {
    return bench.plant().grid().drawn(scene.bay(place).index(), phase);
  }

  /** One that is trusted counts as what it was to have: until a cut is seen, its neighbours have theirs already. */
  private double counted(Place place, int phase) {
    GatewayView.Session session = scene.view().session(place.station(), place.connector());
    if (session == null || !session.phases().contains(phase)) {
      return 0;
    }
    boolean trusted = scene.view().station(place.station()).connectors().get(place.connector() - 1).proved();
    return (trusted ? Math.min(session.setpointDa(), session.heldDa()) : session.heldDa()) / 10.0;
  }

  private boolean isUnder(String zone, String above) {
    String at = zone;
    while (at != null && !at.equals(above)) {
      at = model.zones().get(model.zoneIndex(at)).parent();
    }
    return at != null;
  }
}
