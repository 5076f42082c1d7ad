package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.plant.quirk.Duty;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.scenarios.campaign.plan.CampaignCase.CarPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.LimitPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.QuirkPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.StationPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.ZonePlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws what goes wrong. Each seed switches some kinds off and weights the rest (swarm testing): a run in which everything fails a
 * little finds less than one in which one thing fails a lot. A share of the faults comes just when it hurts: around a plug or a
 * change of a limit.
 */
final class TroubleDraw {
  private static final double SHORTEST_S = 2;
  private static final double LONGEST_S = 2_400;
  private static final double LAST = 0.97;
  private static final Set<FaultKind> OF_STATIONS = EnumSet.complementOf(EnumSet.of(FaultKind.METER_TRAP));
  private static final List<FaultKind> OF_METERS = List.of(
      FaultKind.CUT, FaultKind.SILENCE, FaultKind.DROP, FaultKind.DELAY, FaultKind.HOLD, FaultKind.CORRUPT, FaultKind.METER_TRAP,
      FaultKind.METER_TRAP, FaultKind.METER_TRAP, FaultKind.METER_TRAP);

  private final Severity severity;
  private final double horizonS;
  private final SiteDraw site;
  private final List<CarPlan> cars;
  private final @Nullable BuildingPlan building;
  private final List<LimitPlan> limits = new ArrayList<>();
  private final List<FaultPlan> faults = new ArrayList<>();
  private final List<QuirkPlan> quirks = new ArrayList<>();

  TroubleDraw(
      Seed seed, Severity severity, double horizonS, SiteDraw site, List<CarPlan> cars, @Nullable BuildingPlan building) {
    this.building = building;
    this.severity = severity;
    this.horizonS = horizonS;
    this.site = site;
    this.cars = cars;
    drawLimits(seed.fork("campaign/limits"));
    if (severity != Severity.CALM) {
      Chance parts = seed.fork("campaign/parts");
      boolean onlyQuirks = parts.happens(0.15);
      boolean onlyFaults = parts.happens(0.3);
      if (onlyFaults || !onlyQuirks) {
        drawFaults(seed.fork("campaign/faults"));
      }
      if (!onlyFaults) {
        drawQuirks(seed.fork("campaign/quirks"));
      }
      if (building != null) {
        drawMeterFaults(seed.fork("campaign/meter-faults"), building);
      }
    }
    limits.sort(Comparator.comparingDouble(LimitPlan::atS));
    faults.sort(Comparator.comparingDouble(FaultPlan::atS));
  }

  List<LimitPlan> limits() {
    return limits;
  }

  List<FaultPlan> faults() {
    return faults;
  }

  List<QuirkPlan> quirks() {
    return quirks;
  }

  private void drawLimits(Chance chance) {
    boolean any = chance.happens(0.6);
    long count = chance.between(1, 4);
    for (int i = 0; any && i < count; i++) {
      ZonePlan zone = site.zones().get((int) chance.between(0, site.zones().size() - 1));
      double at = horizonS * (0.05 + 0.85 * chance.nextDouble());
      double lasts = Math.min(60 + 5_400 * chance.nextDouble(), horizonS * LAST - at);
      int percent = chance.happens(0.1) ? 0 : (int) chance.between(20, 90);
      boolean steered = building != null && building.metered().stream().anyMatch(other -> other.zone().equals(zone.id()));
      if (lasts > 0 && !steered && limits.stream().noneMatch(other -> other.zone().equals(zone.id()))) {
        limits.add(new LimitPlan(zone.id(), CarDraw.round(at), CarDraw.round(lasts), percent));
      }
    }
  }

  private void drawFaults(Chance chance) {
    Map<FaultKind, Double> weights = new EnumMap<>(FaultKind.class);
    double total = 0;
    for (FaultKind kind : OF_STATIONS) {
      boolean on = chance.happens(0.5);
      double weight = 0.1 + chance.nextDouble();
      if (on && kind.severity().compareTo(severity) <= 0) {
        weights.put(kind, weight);
        total += weight;
      }
    }
    if (weights.isEmpty()) {
      weights.put(FaultKind.CUT, 1.0);
      total = 1;
    }
    long count = 1 + (long) (horizonS / 3_600 * 6 * chance.nextDouble());
    for (int i = 0; i < count; i++) {
      double left = chance.nextDouble() * total;
      FaultKind kind = FaultKind.CUT;
      for (Map.Entry<FaultKind, Double> entry : weights.entrySet()) {
        kind = entry.getKey();
        left -= entry.getValue();
        if (left < 0) {
          break;
        }
      }
      FaultPlan fault = fault(chance, kind);
      if (fault != null) {
        faults.add(fault);
      }
    }
  }

  private @Nullable FaultPlan fault(Chance chance, FaultKind kind) {
    double at = moment(chance);
    double lasts = SHORTEST_S * Math.pow(LONGEST_S / SHORTEST_S, chance.nextDouble());
    lasts = Math.min(lasts, horizonS * LAST - at);
    List<String> on = victims(chance);
    int way = (int) chance.between(0, 3);
    double size = chance.nextDouble();
    boolean oneWay = switch (kind) {
      case DROP, DELAY, HOLD, DUPLICATE, CORRUPT -> true;
      case CUT, SILENCE, REBOOT, POWER_LOSS, CLOCK_JUMP, FREEZE, WRONG_WIRING, METER_TRAP -> false;
    };
    Direction direction = !oneWay || way > 1 ? null : way == 0 ? Direction.UP : Direction.DOWN;
    double amount = switch (kind) {
      case DROP -> Math.round(size * size * 90 + 5) / 100.0;
      case DELAY -> Math.round(10 * Math.pow(400, size)) / 100.0;
      case DUPLICATE, CORRUPT -> Math.round(size * 50 + 5) / 100.0;
      case CLOCK_JUMP -> Math.round((size - 0.5) * 7_200);
      case CUT, SILENCE, HOLD, REBOOT, POWER_LOSS, FREEZE, WRONG_WIRING, METER_TRAP -> 0;
    };
    return lasts < 1 ? null : new FaultPlan(kind, on, CarDraw.round(at), CarDraw.round(lasts), direction, amount);
  }

  /** Meters mislead, or cannot be reached; a third of the cases goes without. */
  private void drawMeterFaults(Chance chance, BuildingPlan of) {
    boolean any = chance.happens(0.7);
    long count = 1 + (long) (horizonS / 3_600 * 4 * chance.nextDouble());
    for (int i = 0; any && i < count; i++) {
      BuildingPlan.Metered metered = of.metered().get((int) chance.between(0, of.metered().size() - 1));
      FaultKind kind = OF_METERS.get((int) chance.between(0, OF_METERS.size() - 1));
      List<MeterTrap> open = Traps.of(metered.model(), severity);
      boolean worst = chance.happens(0.3);
      List<MeterTrap> drawn = worst ? open.stream().filter(Traps::isTowardsZero).toList() : open;
      MeterTrap trap = drawn.get((int) chance.between(0, drawn.size() - 1));
      double at = besideLoad(chance, of, moment(chance));
      double lasts = Math.min(SHORTEST_S * Math.pow(LONGEST_S / SHORTEST_S, chance.nextDouble()), horizonS * LAST - at);
      double size = chance.nextDouble();
      double amount = switch (kind) {
        case DROP, CORRUPT -> Math.round(size * 90 + 5) / 100.0;
        case DELAY -> Math.round(10 * Math.pow(100, size)) / 100.0;
        default -> 0;
      };
      if (lasts >= 1) {
        faults.add(
            new FaultPlan(
                kind, List.of(metered.meter()), CarDraw.round(at), CarDraw.round(lasts), null, amount,
                kind == FaultKind.METER_TRAP ? trap.word() : null));
      }
    }
  }

  /** At the instant given, or just before or after a load jumps. */
  private static double besideLoad(Chance chance, BuildingPlan of, double otherwise) {
    boolean beside = chance.happens(0.4);
    double before = 15 - 35 * chance.nextDouble();
    int pick = (int) chance.between(0, 999);
    List<BuildingPlan.Point> points = of.loads().stream().flatMap(load -> load.points().stream()).toList();
    return !beside || points.isEmpty() ? otherwise : Math.max(0, points.get(pick % points.size()).atS() - before);
  }

  /** Anywhere, or just before a car comes or a limit changes. */
  private double moment(Chance chance) {
    double anywhere = horizonS * 0.95 * chance.nextDouble();
    double before = 20 * chance.nextDouble() * chance.nextDouble();
    int pick = (int) chance.between(0, 999);
    boolean atCar = chance.happens(0.25);
    boolean atLimit = chance.happens(0.35);
    if (atLimit && !limits.isEmpty()) {
      LimitPlan limit = limits.get(pick % limits.size());
      return Math.max(0, limit.atS() + (pick % 3 == 0 ? limit.forS() : 0) - before);
    }
    if (atCar && !cars.isEmpty()) {
      CarPlan car = cars.get(pick % cars.size());
      return Math.max(0, Math.min(horizonS * 0.95, (pick % 4 == 0 ? car.untilS() : car.atS()) - before));
    }
    return anywhere;
  }

  /** One station, all of a zone (a switch has gone), or every other one (half a ring). */
  private List<String> victims(Chance chance) {
    double how = chance.nextDouble();
    StationPlan one = site.stations().get((int) chance.between(0, site.stations().size() - 1));
    long half = chance.between(0, 1);
    if (how < 0.55) {
      return List.of(one.id());
    }
    if (how < 0.8) {
      return site.stations().stream().filter(station -> station.zone().equals(one.zone())).map(StationPlan::id).toList();
    }
    List<String> all = site.stations().stream().map(StationPlan::id).toList();
    List<String> picked = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i % 2 == half || all.size() == 1) {
        picked.add(all.get(i));
      }
    }
    return picked;
  }

  /** A few kinds of misbehaviour, each at some devices. */
  private void drawQuirks(Chance chance) {
    List<Quirk> open = new ArrayList<>();
    for (Quirk quirk : Quirk.values()) {
      if (quirk.duty() != Duty.DIAGNOSIS && new QuirkPlan(quirk.word(), "").severity().compareTo(severity) <= 0) {
        open.add(quirk);
      }
    }
    long kinds = 1 + (long) (4 * chance.nextDouble() * chance.nextDouble());
    for (int i = 0; i < kinds; i++) {
      Quirk quirk = open.get((int) chance.between(0, open.size() - 1));
      double share = 0.1 + 0.5 * chance.nextDouble() * chance.nextDouble();
      List<String> devices = quirk.kind() == Quirk.Kind.CAR ? cars.stream().map(CarPlan::id).toList()
          : site.stations().stream().map(StationPlan::id).toList();
      int least = devices.isEmpty() ? 0 : (int) chance.between(0, devices.size() - 1);
      for (int at = 0; at < devices.size(); at++) {
        QuirkPlan plan = new QuirkPlan(quirk.word(), devices.get(at));
        if ((chance.happens(share) || at == least) && !quirks.contains(plan)) {
          quirks.add(plan);
        }
      }
    }
  }
}
