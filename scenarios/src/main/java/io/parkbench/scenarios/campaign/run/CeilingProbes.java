package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.limits.Source;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.InputPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells which rare states of tariffs, inputs, reductions and the API a run reached; looks every 5 s. */
final class CeilingProbes {
  private static final long EVERY = 5 * Micros.SECOND;

  private final Bench bench;
  private final CeilingPlan plan;
  private final Zones zones;
  private final ExpectedLimits expected;
  private final ContactPlayer contacts;
  private final BuildingClient client;
  private final ApiStorm storms;
  private final Consumer<Probe> reached;
  private final Map<String, Double> lowest = new TreeMap<>();
  private ExpectedLimits.@Nullable State before;
  private double shareBefore = 1;
  private int offsetBefore;

  CeilingProbes(
      Bench bench, CeilingPlan plan, Zones zones, ExpectedLimits expected, ContactPlayer contacts, BuildingClient client,
      ApiStorm storms, Consumer<Probe> reached) {
    this.bench = bench;
    this.plan = plan;
    this.zones = zones;
    this.expected = expected;
    this.contacts = contacts;
    this.client = client;
    this.storms = storms;
    this.reached = reached;
    offsetBefore = expected.tariffs().offset(bench.time().now());
  }

  void start() {
    bench.time().after(EVERY, this::look);
  }

  private void look() {
    ExpectedLimits.State now = expected.now();
    ExpectedLimits.State was = before;
    boolean lost = charges(station -> !station.isOnline());
    boolean charging = charges(station -> true);
    if (was != null) {
      changes(was, now, lost);
    }
    double share = bench.plant().checker().chargingShare();
    reach(Probe.HARD_INPUT_WHILE_LOST, lost && share < shareBefore);
    shareBefore = share;
    int offset = expected.tariffs().offset(now.at());
    reach(Probe.CLOCKS_CHANGED, charging && offset != offsetBefore && !plan.tariffs().isEmpty());
    offsetBefore = offset;
    boolean limits = now.inForce().stream().anyMatch(tariff -> tariff.percent() < 100);
    reach(Probe.TARIFF_IGNORED_UNDER_INPUT, charging && limits && !now.active().isEmpty());
    reach(Probe.INPUT_LOST_AND_ACTIVE, charging && now.active().stream().anyMatch(contacts::isLost));
    reach(Probe.UPDATE_TOO_SOON, client.tooSoon() > 0);
    for (Zone zone : bench.plan().site().zones()) {
      zone(zone, now);
    }
    before = now;
    bench.time().after(EVERY, this::look);
  }

  private void changes(ExpectedLimits.State was, ExpectedLimits.State now, boolean lost) {
    reach(Probe.TARIFF_EDGE_WHILE_LOST, lost && now.tariffsCount() && !was.inForce().equals(now.inForce()));
    for (Zone zone : bench.plan().site().zones()) {
      boolean ended = was.most(zone.id(), Source.REDUCTION, 1) < Double.POSITIVE_INFINITY
          && now.most(zone.id(), Source.REDUCTION, 1) == Double.POSITIVE_INFINITY
          && now.most(zone.id(), Source.REDUCTION, 0) == Double.POSITIVE_INFINITY;
      reach(Probe.REDUCTION_ENDED_UNDER_INPUT, ended && !now.active().isEmpty());
      double limit = Math.min(expected.maximum(zone, 1), now.most(zone.id(), 1));
      Double old = lowest.put(zone.id(), limit);
      reach(Probe.STORM_DURING_CUT, old != null && limit < old && storms.isRaging());
    }
  }

  private void zone(Zone zone, ExpectedLimits.State now) {
    boolean wanted = wants(zone.id());
    if (!wanted) {
      return;
    }
    reach(Probe.ZERO_BY_TARIFF, now.most(zone.id(), Source.TARIFF, 1) == 0);
    reach(Probe.ZERO_BY_INPUT, now.most(zone.id(), Source.INPUT, 1) == 0);
    reach(Probe.ZERO_BY_REDUCTION, Math.min(
        now.most(zone.id(), Source.REDUCTION, 1), now.most(zone.id(), Source.REDUCTION, 0)) == 0);
    boolean tariff = now.most(zone.id(), Source.TARIFF, 1) < Double.POSITIVE_INFINITY;
    boolean reduction = now.most().getOrDefault(zone.id(), Map.of()).containsKey(Source.REDUCTION);
    reach(Probe.TARIFF_AND_REDUCTION, tariff && reduction);
    if (zone.dynamic() && !now.active().isEmpty()) {
      List<InputPlan> active = now.active();
      reach(Probe.INPUT_IN_DYNAMIC_ZONE, bench.gateway().view().zone(zone.id()).limits().isBy(Source.INPUT) && !active.isEmpty());
    }
  }

  private void reach(Probe probe, boolean is) {
    if (is) {
      reached.accept(probe);
    }
  }

  private boolean charges(java.util.function.Predicate<ChargePoint> which) {
    for (Bay bay : bench.plant().model().bays()) {
      ChargePoint station = bench.plant().station(bay.station().id());
      if (which.test(station) && bench.plant().grid().drawn(bay.index(), 1) + bench.plant().grid().drawn(bay.index(), 2)
          + bench.plant().grid().drawn(bay.index(), 3) > 1) {
        return true;
      }
    }
    return false;
  }

  private boolean wants(String zone) {
    for (Bay bay : bench.plant().model().bays()) {
      Car car = bench.plant().car(bay.index());
      if (car != null && car.wantsEnergy() && zones.isUnder(bay.station().id(), zone)) {
        return true;
      }
    }
    return false;
  }
}
