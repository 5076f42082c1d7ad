package io.parkbench.scenarios.campaign.shrink;

import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.CarPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.LimitPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.QuirkPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.StationPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes a failing case as small as it gets: fewer faults, quirks, limits, stations, cars, loads, meters, tariffs, inputs and requests, and a
 * shorter time. Since all draws of a
 * run are forked by name, leaving a station out changes nothing for the others but what the gateway makes of it.
 */
public final class Shrink {
  /** Rounds over all kinds of parts: what goes in one round often lets more go in the next. */
  private static final int ROUNDS = 3;
  private static final double SHORTEST_S = 60;

  private final Predicate<CampaignCase> stillFails;
  private final BiConsumer<Integer, CampaignCase> progress;
  private final int runsMost;
  private int runs;
  private CampaignCase best;

  private Shrink(
      CampaignCase failing, Predicate<CampaignCase> stillFails, int runsMost, BiConsumer<Integer, CampaignCase> progress) {
    this.best = failing;
    this.stillFails = stillFails;
    this.runsMost = runsMost;
    this.progress = progress;
  }

  /**
   * The smallest case found that still fails.
   *
   * @param stillFails whether a case fails in the same way
   * @param runsMost after so many tries it is content with what it has
   * @param progress hears the number of tries and the smallest case so far
   */
  public static CampaignCase shrink(
      CampaignCase failing, Predicate<CampaignCase> stillFails, int runsMost, BiConsumer<Integer, CampaignCase> progress) {
    return new Shrink(failing, stillFails, runsMost, progress).shrink();
  }

  private CampaignCase shrink() {
    for (int round = 0; round < ROUNDS; round++) {
      CampaignCase before = best;
      horizon();
      minimise(best.faults(), kept -> with(best, best.stations(), best.cars(), best.limits(), kept, best.quirks()));
      minimise(best.limits(), kept -> with(best, best.stations(), best.cars(), kept, best.faults(), best.quirks()));
      minimise(best.quirks(), kept -> with(best, best.stations(), best.cars(), best.limits(), best.faults(), kept));
      minimise(best.stations(), this::withStations);
      minimise(best.cars(), kept -> with(best, best.stations(), kept, best.limits(), best.faults(), best.quirks()));
      building();
      ceilings();
      zones();
      if (best.equals(before)) {
        break;
      }
    }
    return best;
  }

  private <T> void minimise(List<T> parts, Function<List<T>, CampaignCase> built) {
    DeltaDebugging.minimise(parts, kept -> attempt(built.apply(kept)));
  }

  private boolean attempt(CampaignCase smaller) {
    if (runs >= runsMost) {
      return false;
    }
    runs++;
    boolean fails = stillFails.test(smaller);
    if (fails) {
      best = smaller;
    }
    progress.accept(runs, best);
    return fails;
  }

  /** Halves the time as long as it still fails then. */
  private void horizon() {
    double low = 0;
    double high = best.horizonS();
    while (high - low > SHORTEST_S && runs < runsMost) {
      double middle = Math.floor((low + high) / 2);
      if (attempt(until(best, middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  /** The same until {@code horizon}: what would begin later is left out, what would last longer ends with it. */
  private static CampaignCase until(CampaignCase plan, double horizon) {
    List<FaultPlan> faults = plan.faults().stream().filter(fault -> fault.atS() < horizon)
        .map(fault -> fault.with(fault.on(), Math.min(fault.forS(), horizon - fault.atS())))
        .toList();
    List<LimitPlan> limits = plan.limits().stream().filter(limit -> limit.atS() < horizon)
        .map(limit -> new LimitPlan(limit.zone(), limit.atS(), Math.min(limit.forS(), horizon - limit.atS()), limit.percent()))
        .toList();
    List<CarPlan> cars = plan.cars().stream().filter(car -> car.atS() < horizon).toList();
    return new CampaignCase(
        plan.seed(), plan.profile(), horizon, plan.zones(), plan.stations(), cars, limits, faults, plan.quirks(), plan.building(),
        plan.ceilings() == null ? null : plan.ceilings().until(horizon));
  }

  /** Without the other stations, and all that is about them alone. */
  private CampaignCase withStations(List<StationPlan> stations) {
    List<String> ids = stations.stream().map(StationPlan::id).toList();
    List<CarPlan> cars = best.cars().stream().filter(car -> ids.contains(car.station())).toList();
    List<String> devices = new ArrayList<>(ids);
    cars.forEach(car -> devices.add(car.id()));
    List<FaultPlan> faults = best.faults().stream()
        .map(fault -> fault.isOfMeter() ? fault : fault.with(fault.on().stream().filter(ids::contains).toList(), fault.forS()))
        .filter(fault -> !fault.on().isEmpty())
        .toList();
    List<QuirkPlan> quirks = best.quirks().stream().filter(quirk -> devices.contains(quirk.on())).toList();
    return with(best, stations, cars, best.limits(), faults, quirks);
  }

  /** Leaves out loads, their jumps, and meters, whose zones are static then. */
  private void building() {
    BuildingPlan building = best.building();
    if (building == null) {
      return;
    }
    minimise(building.metered(), kept -> Without.otherMeters(best, kept));
    BuildingPlan metered = best.building();
    if (metered != null) {
      minimise(metered.loads(), kept -> best.with(metered.with(metered.metered(), kept)));
      for (int i = 0; i < metered.loads().size(); i++) {
        points(i);
      }
    }
  }

  private void points(int load) {
    BuildingPlan building = best.building();
    if (building != null && load < building.loads().size() && building.loads().get(load).points().size() > 1) {
      BuildingPlan.Load of = building.loads().get(load);
      List<BuildingPlan.Point> later = of.points().subList(1, of.points().size());
      minimise(later, kept -> {
        List<BuildingPlan.Point> points = new ArrayList<>(of.points().subList(0, 1));
        points.addAll(kept);
        List<BuildingPlan.Load> loads = new ArrayList<>(building.loads());
        loads.set(load, of.with(points));
        return best.with(building.with(building.metered(), loads));
      });
    }
  }

  /** Leaves out what lowers zones, and what is asked of the API: whole kinds first. */
  private void ceilings() {
    lowered(CeilingPlan::storms, (plan, kept) -> plan.asking(plan.requests(), kept));
    lowered(CeilingPlan::requests, (plan, kept) -> plan.asking(kept, plan.storms()));
    lowered(CeilingPlan::inputs, (plan, kept) -> plan.with(plan.tariffs(), kept, plan.contacts()));
    lowered(CeilingPlan::contacts, (plan, kept) -> plan.with(plan.tariffs(), plan.inputs(), kept));
    lowered(CeilingPlan::tariffs, (plan, kept) -> plan.with(kept, plan.inputs(), plan.contacts()));
  }

  private <T> void lowered(Function<CeilingPlan, List<T>> parts, BiFunction<CeilingPlan, List<T>, CeilingPlan> built) {
    CeilingPlan plan = best.ceilings();
    if (plan != null) {
      minimise(parts.apply(plan), kept -> best.with(built.apply(plan, kept)));
    }
  }

  /** Leaves out zones with nothing on or below them, leaves first. */
  private void zones() {
    boolean any = true;
    while (any) {
      any = false;
      for (CampaignCase.ZonePlan zone : best.zones()) {
        boolean used = best.zones().stream().anyMatch(other -> zone.id().equals(other.parent()))
            || best.stations().stream().anyMatch(station -> station.zone().equals(zone.id()));
        if (!used && best.zones().size() > 1) {
          any |= attempt(Without.zone(best, zone.id()));
        }
      }
    }
  }

  private static CampaignCase with(
      CampaignCase plan, List<StationPlan> stations, List<CarPlan> cars, List<LimitPlan> limits, List<FaultPlan> faults,
      List<QuirkPlan> quirks) {
    return new CampaignCase(
        plan.seed(), plan.profile(), plan.horizonS(), plan.zones(), stations, cars, limits, faults, quirks, plan.building(),
        plan.ceilings());
  }
}
