package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Tolerance;
import io.parkbench.rigs.Bench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Judges a limit that the operator has lowered: the stations that can be reached keep it, and what those that cannot hold above it
 * is no fault (R-LEASE-6). Looks every 5 s.
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
  private final Map<String, Long> since = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();

  /**
   * @param excused stations that cannot be expected to follow
   * @param surprises zones with a device of a bounded quirk below: it has to be found out first, which takes two samples and 10 s
   * @param bound how long after a cut, or after a station is back, the excess may last
   */
  SoftLimits(Bench bench, FaultPlayer faults, Predicate<String> excused, Predicate<String> surprises, Duration bound) {
    this.bench = bench;
    this.faults = faults;
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
      if (faults.isCut(zone.id())) {
        for (int phase = 1; phase <= 3; phase++) {
          look(zone.id(), phase);
        }
      } else {
        since.keySet().removeIf(key -> key.startsWith(zone.id() + " "));
      }
    }
    bench.time().after(Micros.of(EVERY), this::look);
  }

  private void look(String zone, int phase) {
    String key = zone + " L" + phase;
    long now = bench.time().now();
    double limit = faults.limitAmps(zone, phase);
    Map<String, Double> reachable = new TreeMap<>();
    double excess = 0;
    PlantModel model = bench.plant().model();
    for (PlantModel.Bay bay : model.bays()) {
      String station = bay.station().id();
      double amps = bench.plant().grid().drawn(bay.index(), phase);
      if (amps > 0 && !faults.isUnseen(station) && isUnder(model, bay.station().zone(), zone)) {
        excess += amps;
        if (!excused.test(station) && faults.troubledUntil(station) + bound < now) {
          reachable.merge(station, amps, Double::sum);
        }
      }
    }
    excess -= limit + limit * SHARE + AMPS;
    double obedient = excess <= 0 ? 0 : connected(reachable);
    if (obedient < 1) {
      since.remove(key);
      return;
    }
    long began = since.computeIfAbsent(key, k -> now);
    if (now - began > (surprises.test(zone) ? noticed : bound) && broken.stream().noneMatch(text -> text.startsWith(key))) {
      broken.add(String.format(
          Locale.ROOT, "%s: %.1f A above the operator's %.1f A for %d s, %.1f A of it at stations that can be reached", key, excess,
          limit, (now - began) / Micros.SECOND, obedient));
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
