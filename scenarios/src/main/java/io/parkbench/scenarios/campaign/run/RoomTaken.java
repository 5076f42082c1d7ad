package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.grid.Breach;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.grid.Tolerance;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which breaches come from limits that fall by themselves while stations hold room which cannot be told (R-LEASE-6): of a dynamic zone those
 * that the building alone makes, or a meter hides, and of any zone those of inputs marked hard. What that allows, and nothing else:
 *
 * <ul>
 *   <li>As long as B and a lease, if below the zone a station is out of reach, or was within the last lease: its link or itself disturbed.
 *   <li>B and half a minute, with a device that takes so long to follow a cut (bounded where a limit drops).
 *   <li>B and the detection time, while the zone's meter is out of reach or misleads, or did until then.
 *   <li>For as long as it takes, if a station is made so that the gateway cannot prove what it does: such ones are exposed (R-LEASE-4).
 *   <li>Likewise under an input, if a DC station is out of reach: it keeps what it has, which the site file is warned of (R-DI-5).
 *   <li>But never with current at stations that can be reached, for longer than B and, with the meter in trouble, the detection time.
 * </ul>
 */
final class RoomTaken {
  private static final long EVERY = Micros.SECOND;
  /** What a slow device takes longer than B has for it. */
  private static final long SLOW = 30 * Micros.SECOND;
  private static final double SOME_AMPS = 1;
  /** A message on its way, a pilot that follows, a clock that is a little off. */
  private static final long SLACK = 10 * Micros.SECOND;
  /** The freshness of R-DYN-6; what contradicts the cars' draw is in doubt a little longer, as their samples come late. */
  private static final long DETECTION = 12 * Micros.SECOND;

  private final Bench bench;
  private final Zones zones;
  private final FaultPlayer faults;
  private final Excuses excuses;
  private final List<Watched> watched;
  private final boolean byInput;
  private final long bound;
  private final Map<String, Episode> open = new TreeMap<>();
  private final Map<String, List<Episode>> episodes = new TreeMap<>();

  /**
   * A zone that is looked at.
   *
   * @param meter which steers it; null for a static zone
   * @param lease how long what a station below it was told may be in force, µs
   */
  private record Watched(String zone, @Nullable String meter, long lease) {}

  /** A time without a break in which a zone's phase, or its power, was above its limit, and what was seen of it. */
  private static final class Episode {
    final long since;
    final long lease;
    long until;
    long reachableSince = -1;
    long reachable;
    boolean stations;
    boolean slow;
    boolean meter;
    boolean exposed;
    final TreeSet<String> because = new TreeSet<>();

    Episode(long since, long lease) {
      this.since = since;
      this.lease = lease;
    }
  }

  private RoomTaken(
      Bench bench, List<Watched> watched, boolean byInput, Zones zones, FaultPlayer faults, Excuses excuses) {
    this.bench = bench;
    this.zones = zones;
    this.faults = faults;
    this.excuses = excuses;
    this.watched = List.copyOf(watched);
    this.byInput = byInput;
    bound = Micros.of(Bench.bound(bench.plan().site()).total());
    bench.time().after(EVERY, this::look);
  }

  /** Looks at the zones that a building takes room from. */
  static RoomTaken byBuilding(Bench bench, BuildingPlan building, Zones zones, FaultPlayer faults, Excuses excuses) {
    long lease = Micros.of(bench.plan().site().leaseDynamic()) + SLACK;
    List<Watched> watched = building.metered().stream().map(zone -> new Watched(zone.zone(), zone.meter(), lease)).toList();
    return new RoomTaken(bench, watched, false, zones, faults, excuses);
  }

  /** Looks at all zones while an input marked hard limits. */
  static RoomTaken byInput(Bench bench, Zones zones, FaultPlayer faults, Excuses excuses) {
    Site site = bench.plan().site();
    // leases below a dynamic zone are shorter; to allow a static one's there as well says no more than that they may be longer
    long lease = Micros.of(site.settings().leaseStatic()) + SLACK;
    List<Watched> watched = site.zones().stream().map(zone -> new Watched(zone.id(), null, lease)).toList();
    return new RoomTaken(bench, watched, true, zones, faults, excuses);
  }

  /** Why a breach is none of the gateway's: the stations and meters; empty where it is. */
  List<String> of(Breach breach) {
    long until = breach.lasts() ? bench.time().now() : breach.until();
    for (Episode episode : episodes.getOrDefault(key(breach.zone(), breach.phase()), List.of())) {
      if (episode.since <= breach.since() + EVERY && episode.until + EVERY >= until) {
        long detection = episode.meter ? DETECTION : 0;
        long most = bound + (episode.stations ? episode.lease : 0) + (episode.slow ? SLOW : 0) + detection;
        boolean tooLong = until - breach.since() > most && !episode.exposed;
        boolean uncut = episode.reachable > bound + detection + EVERY;
        return tooLong || uncut ? List.of() : List.copyOf(episode.because);
      }
    }
    return List.of();
  }

  private static String key(String zone, int phase) {
    return zone + " " + phase;
  }

  private void look() {
    for (Watched zone : watched) {
      for (int phase = 0; phase <= 3; phase++) {
        look(zone, phase);
      }
    }
    bench.time().after(EVERY, this::look);
  }

  private void look(Watched zone, int phase) {
    String key = key(zone.zone(), phase);
    long now = bench.time().now();
    if (!isAbove(zone.zone(), phase)) {
      open.remove(key);
      return;
    }
    Episode episode = open.computeIfAbsent(key, k -> {
      Episode begun = new Episode(now, zone.lease());
      episodes.computeIfAbsent(k, all -> new ArrayList<>()).add(begun);
      return begun;
    });
    episode.until = now;
    String meter = zone.meter();
    if (meter != null && faults.troubledUntil(meter) + DETECTION >= episode.since) {
      episode.meter = true;
      episode.because.add(meter);
    }
    double reachable = 0;
    for (Bay bay : bench.plant().model().bays()) {
      String station = bay.station().id();
      double amps = drawn(bay.index(), phase);
      if (amps <= 0 || !zones.isUnder(station, zone.zone())) {
        continue;
      }
      boolean away = !bench.plant().station(station).isOnline() || faults.troubledUntil(station) + zone.lease() >= episode.since;
      if (excuses.isExposed(station) || byInput && away && bay.connector().converter() != null) {
        episode.exposed = true;
        episode.because.add(station);
      } else if (excuses.covers(station) || away) {
        episode.stations = true;
        episode.because.add(station);
      } else if (excuses.isSlow(station)) {
        episode.slow = true;
        episode.because.add(station);
      } else {
        reachable += amps;
      }
    }
    if (reachable <= SOME_AMPS) {
      episode.reachableSince = -1;
    } else {
      episode.reachableSince = episode.reachableSince < 0 ? Math.max(episode.since, now - EVERY) : episode.reachableSince;
      episode.reachable = Math.max(episode.reachable, now - episode.reachableSince);
    }
  }

  /** Likewise for a bay, A; of all phases together for the power. */
  private double drawn(int bay, int phase) {
    Grid grid = bench.plant().grid();
    return phase == 0 ? grid.drawn(bay, 1) + grid.drawn(bay, 2) + grid.drawn(bay, 3) : grid.drawn(bay, phase);
  }

  /** As the judge has it. */
  private boolean isAbove(String id, int phase) {
    Grid grid = bench.plant().grid();
    PlantModel model = bench.plant().model();
    int zone = model.zoneIndex(id);
    PlantModel.Zone of = model.zones().get(zone);
    double share = byInput ? bench.plant().checker().chargingShare() : 1;
    if (byInput && share == 1) {
      return false;
    }
    if (phase > 0) {
      double limit = of.limit().on(phase);
      double others = of.forAll() ? grid.otherAmps(zone, phase) : 0;
      return grid.amps(zone, phase) > Math.min(share * limit, Math.max(0, limit - others)) + limit * Tolerance.USUAL.meterClass()
          + Tolerance.USUAL.pilotAmps();
    }
    Double kw = of.kw();
    double others = of.forAll() ? grid.otherKw(zone) : 0;
    return kw != null && grid.kw(zone) > Math.min(share * kw, Math.max(0, kw - others)) + kw * Tolerance.USUAL.meterClass()
        + 3 * model.volts() * Tolerance.USUAL.pilotAmps() / 1_000;
  }
}
