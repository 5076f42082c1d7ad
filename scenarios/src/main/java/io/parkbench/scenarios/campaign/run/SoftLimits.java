package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.grid.Tolerance;
import io.parkbench.rigs.Bench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges limits that the operator, a tariff, an input or a reduction has lowered: the stations that can be reached keep them, and what those
 * that cannot hold above them is no fault (R-LEASE-6). Looks every 5 s.
 */
final class SoftLimits {
  private static final Duration EVERY = Duration.ofSeconds(5);
  /** A class 1 meter and the pilot's half ampere, as for hard limits. */
  private static final double SHARE = Tolerance.USUAL.meterClass();

  private static final double AMPS = Tolerance.USUAL.pilotAmps();

  private final Bench bench;
  private final FaultPlayer faults;
  private final Predicate<String> excused;
  private final Predicate<String> surprises;
  private final long bound;
  private final long noticed;
  private final long start;
  private final @Nullable ExpectedLimits expected;
  private final Map<String, Long> since = new TreeMap<>();
  private final Map<String, Double> limits = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();

  /**
   * @param expected what tariffs, inputs and reductions leave; null for a case without
   * @param excused stations that cannot be expected to follow
   * @param surprises zones with a device of a bounded quirk below: it has to be found out first, which takes two samples and 10 s
   * @param bound how long after a cut, or after a station is back, the excess may last
   */
  SoftLimits(
      Bench bench, FaultPlayer faults, @Nullable ExpectedLimits expected, Predicate<String> excused, Predicate<String> surprises,
      Duration bound) {
    this.bench = bench;
    start = bench.time().now();
    this.faults = faults;
    this.expected = expected;
    this.excused = excused;
    this.surprises = surprises;
    this.bound = Micros.of(bound);
    this.noticed = this.bound + Micros.of(bench.plan().site().settings().meterValueInterval().multipliedBy(2).plusSeconds(10));
    bench.time().after(Micros.of(EVERY), this::look);
  }

  /** What was not kept, one sentence each. */
  List<String> broken() {
    return broken;
  }

  private void look() {
    for (Zone zone : bench.plan().site().zones()) {
      for (int phase = 0; phase <= 3; phase++) {
        double limit = limit(zone.id(), phase);
        String key = zone.id() + (phase == 0 ? " power" : " L" + phase);
        Double before = limits.put(key, limit);
        if (limit == Double.POSITIVE_INFINITY || before == null || limit < before) {
          since.remove(key);
        }
        if (limit < Double.POSITIVE_INFINITY) {
          look(key, zone.id(), phase, limit);
        }
      }
    }
    bench.time().after(Micros.of(EVERY), this::look);
  }

  /** What is lowered, A, over all phases kW; infinite where nothing is. */
  private double limit(String zone, int phase) {
    double limit = phase > 0 && faults.isCut(zone) ? faults.limitAmps(zone, phase) : Double.POSITIVE_INFINITY;
    return expected == null ? limit : Math.min(limit, expected.now().most(zone, phase) / (phase == 0 ? 1_000 : 10));
  }

  /** What a bay draws on a phase, A; for 0 over all of them, kW. */
  private double drawn(int bay, int phase) {
    Grid grid = bench.plant().grid();
    return phase > 0 ? grid.drawn(bay, phase)
        : (grid.drawn(bay, 1) + grid.drawn(bay, 2) + grid.drawn(bay, 3)) * bench.plant().model().volts() / 1_000;
  }

  private void look(String key, String zone, int phase, double limit) {
    long now = bench.time().now();
    Map<String, Double> reachable = new TreeMap<>();
    double excess = 0;
    PlantModel model = bench.plant().model();
    for (PlantModel.Bay bay : model.bays()) {
      String station = bay.station().id();
      double amps = drawn(bay.index(), phase);
      if (amps > 0 && !faults.isUnseen(station) && isUnder(model, bay.station().zone(), zone)) {
        excess += amps;
        if (!excused.test(station) && faults.troubledUntil(station) + bound < now) {
          reachable.merge(station, amps, Double::sum);
        }
      }
    }
    double pilot = phase > 0 ? AMPS : 3 * model.volts() * AMPS / 1_000;
    excess -= limit + limit * SHARE + pilot;
    double obedient = excess <= 0 ? 0 : connected(reachable);
    if (obedient < 2 * pilot) {
      since.remove(key);
      return;
    }
    long began = since.computeIfAbsent(key, k -> now);
    if (now - began > (surprises.test(zone) ? noticed : bound) && broken.stream().noneMatch(text -> text.startsWith(key))) {
      broken.add(String.format(
          Locale.ROOT, "%s: %.1f %s above the soft limit of %.1f for %d s until %d s, %.1f of it at stations that can be reached",
          key,
          excess, phase == 0 ? "kW" : "A", limit, (now - began) / Micros.SECOND, (now - start) / Micros.SECOND, obedient));
    }
  }

  /** The currents at those that are connected as both ends see it: a half-open link is found out by one end first. */
  private double connected(Map<String, Double> amps) {
    GatewayView view = bench.gateway().view();
    return amps.entrySet().stream()
        .filter(entry -> bench.plant().station(entry.getKey()).isOnline())
        .filter(entry -> view.station(entry.getKey()).presence() == Presence.CONNECTED)
        .mapToDouble(Map.Entry::getValue).sum();
  }

  private static boolean isUnder(PlantModel model, String from, String zone) {
    String id = from;
    while (id != null) {
      if (id.equals(zone)) {
        return true;
      }
      id = model.zones().get(model.zoneIndex(id)).parent();
    }
    return false;
  }
}
