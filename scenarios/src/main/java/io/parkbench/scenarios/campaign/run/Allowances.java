package io.parkbench.scenarios.campaign.run;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.grid.Breach;
import io.parkbench.plant.grid.InvariantChecker;
import io.parkbench.plant.grid.Tolerance;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.QuirkPlan;
import io.parkbench.scenarios.campaign.plan.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which breaches the class of a declared bounded quirk or fault allows: those under the device, by no more than it can draw, and,
 * where its samples show what it does, for no longer with current at obedient stations than it takes to notice and cut them. Under a
 * dynamic zone, and while an input marked hard limits, also what {@link RoomTaken} allows.
 */
final class Allowances {
  /** The gateway cannot see these: only a meter of the zone could. */
  private static final Set<Quirk> INVISIBLE = EnumSet.of(
      Quirk.PHASE_ROTATED, Quirk.PROFILE_LOST_ON_DISCONNECT, Quirk.TXDEFAULT_IGNORED_OFFLINE);

  private static final long EVERY = 5 * Micros.SECOND;
  private static final double SOME_AMPS = 1;

  private final Bench bench;
  private final CampaignCase plan;
  private final Zones zones;
  private final FaultPlayer faults;
  private final Excuses excuses;
  private final long notice;
  private final Map<String, Long> aboveSince = new TreeMap<>();
  private final Set<String> uncut = new TreeSet<>();
  private final @Nullable RoomTaken roomTaken;
  private final @Nullable RoomTaken outOfReach;
  /** Looks at the maxima alone: what is above those has nothing to do with an input. */
  private final @Nullable InvariantChecker maxima;

  Allowances(Bench bench, CampaignCase plan, Zones zones, FaultPlayer faults, Excuses excuses) {
    this.bench = bench;
    this.plan = plan;
    this.zones = zones;
    this.faults = faults;
    this.excuses = excuses;
    Duration samples = bench.plan().site().settings().meterValueInterval().multipliedBy(2);
    this.notice = Micros.of(samples.plusSeconds(10).plus(Bench.bound(bench.plan().site()).total()));
    BuildingPlan building = plan.building();
    roomTaken = building == null ? null : RoomTaken.byBuilding(bench, building, zones, faults, excuses);
    boolean hard = plan.ceilings() != null && plan.ceilings().hasHardInput();
    outOfReach = hard ? RoomTaken.byInput(bench, zones, faults, excuses) : null;
    maxima = hard ? new InvariantChecker(
        bench.plant().grid(), bench.time().loop(), Bench.bound(bench.plan().site()), Tolerance.USUAL, Recording.NONE) : null;
    if (plan.severity() == Severity.BOUNDED) {
      bench.time().after(EVERY, this::look);
    }
  }

  /** The quirks and faults that explain the breach, as {@code name@device}; empty when it counts against the gateway. */
  List<String> of(Breach breach) {
    List<String> taken = roomTaken == null ? List.of() : roomTaken.of(breach);
    if (taken.isEmpty() && outOfReach != null && !isAboveMaximum(breach)) {
      taken = outOfReach.of(breach);
    }
    return taken.isEmpty() ? bounded(breach) : taken;
  }

  private boolean isAboveMaximum(Breach breach) {
    long until = breach.lasts() ? bench.time().now() : breach.until();
    return maxima != null && maxima.breaches().stream()
        .anyMatch(other -> other.zone().equals(breach.zone()) && other.phase() == breach.phase() && other.since() <= until
            && (other.lasts() || other.until() >= breach.since()));
  }

  private List<String> bounded(Breach breach) {
    List<String> explain = new ArrayList<>();
    Set<String> devices = new TreeSet<>();
    for (QuirkPlan quirk : plan.quirks()) {
      if (quirk.severity() == Severity.BOUNDED && zones.isUnder(plan.stationOf(quirk), breach.zone())) {
        explain.add(quirk.name() + "@" + quirk.on());
        devices.add(plan.stationOf(quirk));
      }
    }
    for (FaultPlan fault : plan.faults()) {
      if (fault.severity() == Severity.BOUNDED) {
        for (String station : fault.on()) {
          if (zones.isUnder(station, breach.zone())) {
            explain.add(fault.what().word() + "@" + station);
            devices.add(station);
          }
        }
      }
    }
    double most = 0;
    PlantModel model = bench.plant().model();
    for (Bay bay : model.bays()) {
      if (devices.contains(bay.station().id())) {
        double amps = bay.connector().maxAmps();
        most += breach.phase() == 0 ? amps * bay.connector().phases() * model.volts() / 1_000 : amps;
      }
    }
    boolean tooMuch = breach.peak() - breach.limit() > most;
    return tooMuch || uncut.contains(row(breach.zone(), breach.phase())) ? List.of() : explain;
  }

  private void look() {
    PlantModel model = bench.plant().model();
    for (int zone = 0; zone < model.zones().size(); zone++) {
      for (int phase = 1; phase <= 3; phase++) {
        look(zone, phase);
      }
    }
    bench.time().after(EVERY, this::look);
  }

  private void look(int zone, int phase) {
    String id = bench.plant().model().zones().get(zone).id();
    String row = row(id, phase);
    long now = bench.time().now();
    double limit = bench.plant().model().zones().get(zone).limit().on(phase);
    if (bench.plant().grid().amps(zone, phase) <= limit * 1.01 + 0.5 || !visible(id)) {
      aboveSince.remove(row);
      return;
    }
    long since = aboveSince.computeIfAbsent(row, key -> now);
    if (now - since > notice && obedient(id, phase, now) > SOME_AMPS) {
      uncut.add(row);
    }
  }

  /** Whether whatever is bounded under the zone shows in the samples of a connected station. */
  private boolean visible(String zone) {
    boolean quirks = plan.quirks().stream()
        .filter(quirk -> quirk.severity() == Severity.BOUNDED && zones.isUnder(plan.stationOf(quirk), zone))
        .allMatch(quirk -> !INVISIBLE.contains(quirk.quirk()) && bench.plant().station(plan.stationOf(quirk)).isOnline()
            && faults.troubledUntil(plan.stationOf(quirk)) + notice < bench.time().now());
    boolean broken = plan.faults().stream()
        .anyMatch(
            fault -> fault.severity() == Severity.BOUNDED && fault.on().stream().anyMatch(s -> zones.isUnder(s, zone)));
    return quirks && !broken;
  }

  private double obedient(String zone, int phase, long now) {
    double amps = 0;
    for (Bay bay : bench.plant().model().bays()) {
      String station = bay.station().id();
      if (zones.isUnder(station, zone) && !excuses.covers(station) && bench.plant().station(station).isOnline()
          && faults.troubledUntil(station) + notice < now) {
        amps += bench.plant().grid().drawn(bay.index(), phase);
      }
    }
    return amps;
  }

  private static String row(String zone, int phase) {
    return zone + " " + phase;
  }
}
