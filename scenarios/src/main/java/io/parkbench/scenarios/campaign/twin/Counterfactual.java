package io.parkbench.scenarios.campaign.twin;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Timer;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.Converter;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.arrivals.CarPark;
import io.parkbench.plant.arrivals.Visit;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.grid.Breach;
import io.parkbench.plant.grid.BreachBound;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.grid.InvariantChecker;
import io.parkbench.plant.grid.Tolerance;
import io.parkbench.plant.load.Loads;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.LimitPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.QuirkPlan;
import io.parkbench.scenarios.campaign.plan.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The simulated site of a case without gateway, stations' electronics and messages: cars at their sockets, the grid, and somebody who
 * says what each socket offers. A station without mains charges nobody here either.
 */
public final class Counterfactual implements CarPark.Sockets {
  /**
   * What came of it until the end.
   *
   * @param kwh delivered
   * @param overloadAs ampere-seconds above hard limits, of breaches that lasted longer than the bound
   */
  public record Outcome(double kwh, double overloadAs) {}

  private static final double ROUNDING = 1e-6;

  private final VirtualTime time;
  private final long start;
  private final PlantModel model;
  private final Grid grid;
  private final InvariantChecker checker;
  private final CarPark carPark;
  private final List<@Nullable Car> cars = new ArrayList<>();
  private final List<String> cards = new ArrayList<>();
  private final List<Long> since = new ArrayList<>();
  private final Map<String, List<Quirk>> quirks = new TreeMap<>();
  private final Map<String, Integer> outages = new TreeMap<>();
  private final Map<String, Integer> percent = new TreeMap<>();
  private final Steersman steersman;
  private Map<String, List<Double>> lowered = Map.of();
  private @Nullable Timer wake;
  private boolean pending;

  private Counterfactual(
      PlantModel model, ArrivalPlan arrivals, long start, BreachBound bound,
      BiFunction<AllKnowing.LimitsNow, Integer, Steersman> steersman) {
    this.time = new VirtualTime(start, "");
    this.start = start;
    this.model = model;
    this.grid = new Grid(model, time, Recording.NONE);
    this.checker = new InvariantChecker(grid, time, bound, Tolerance.USUAL, Recording.NONE);
    this.carPark = new CarPark(model, time, arrivals, this);
    for (int bay = 0; bay < model.bays().size(); bay++) {
      cars.add(null);
      cards.add("");
      since.add(0L);
    }
    this.steersman = steersman.apply(new Room(), cars.size());
  }

  private Counterfactual(
      CampaignCase plan, PlantModel model, ArrivalPlan arrivals, long start, BreachBound bound,
      BiFunction<AllKnowing.LimitsNow, Integer, Steersman> steersman) {
    this(model, arrivals, start, bound, steersman);
    for (QuirkPlan quirk : plan.quirks()) {
      if (quirk.quirk().kind() == Quirk.Kind.CAR) {
        quirks.computeIfAbsent(quirk.on(), key -> new ArrayList<>()).add(quirk.quirk());
      }
    }
    for (FaultPlan fault : plan.faults()) {
      if (fault.what() == FaultKind.POWER_LOSS) {
        at(fault.atS(), () -> fault.on().forEach(station -> outages.merge(station, 1, Integer::sum)));
        at(fault.atS() + fault.forS(), () -> fault.on().forEach(station -> outages.merge(station, -1, Integer::sum)));
      }
    }
    for (LimitPlan limit : plan.limits()) {
      at(limit.atS(), () -> percent.put(limit.zone(), limit.percent()));
      at(limit.atS() + limit.forS(), () -> percent.put(limit.zone(), 100));
    }
  }

  /** Every connector gives its rating. */
  public static Outcome unmanaged(
      CampaignCase plan, Site site, PlantModel model, ArrivalPlan arrivals, long start, BreachBound bound) {
    return new Counterfactual(plan, model, arrivals, start, bound, (limits, slots) -> new Unmanaged()).beside(plan, site)
        .run(plan.horizonS());
  }

  /**
   * An allocator that knows everything and is obeyed at once.
   *
   * @param lowerings what tariffs, inputs and reductions came to in the run, by rising instant
   */
  public static Outcome allKnowing(
      CampaignCase plan, Site site, PlantModel model, ArrivalPlan arrivals, long start, BreachBound bound,
      List<Lowering> lowerings) {
    Counterfactual twin = new Counterfactual(
        plan, model, arrivals, start, bound, (limits, slots) -> new AllKnowing(site, limits, slots));
    for (Lowering lowering : lowerings) {
      twin.time.at(lowering.at(), () -> {
        twin.lowered = lowering.most();
        twin.changed();
      });
    }
    return twin.beside(plan, site).run(plan.horizonS());
  }

  /**
   * The same at a site that lives without a script, beside other loads: it knows what they draw, and gives a dynamic zone's cars all
   * that they leave of its maximum, at every instant.
   *
   * @param seed of the run, from which the loads draw what they draw there
   * @param seconds how long from {@code start}
   */
  public static Outcome allKnowing(
      Site site, PlantModel model, ArrivalPlan arrivals, long start, BreachBound bound, List<Loads.Plan> loads, Seed seed,
      double seconds) {
    Counterfactual twin = new Counterfactual(
        model, arrivals, start, bound, (limits, slots) -> new AllKnowing(site, limits, slots));
    twin.follow(new Loads(twin.grid, twin.time, seed), loads);
    return twin.run(seconds);
  }

  /** The same beside the other loads of a case, which draw what they drew there. */
  private Counterfactual beside(CampaignCase plan, Site site) {
    if (plan.dynamic()) {
      follow(new Loads(grid, time, new Seed(plan.seed())), Bench.loads(site));
    }
    return this;
  }

  /** Other loads begin; whenever they draw something else, what they leave is shared anew. */
  private void follow(Loads loads, List<Loads.Plan> plans) {
    double[] before = new double[3 * model.zones().size()];
    grid.watch((now, zone) -> {
      boolean other = false;
      for (int phase = 1; phase <= 3 && model.zones().get(zone).forAll(); phase++) {
        double amps = grid.otherAmps(zone, phase);
        other |= amps != before[3 * zone + phase - 1];
        before[3 * zone + phase - 1] = amps;
      }
      if (other) {
        changed();
      }
    });
    plans.forEach(loads::add);
  }

  /** What the operator and the other loads leave of the zones' maximums. */
  private final class Room implements AllKnowing.LimitsNow {
    @Override
    public int amps(int zone, int phase, int maxDa) {
      int limit = maxDa * percent.getOrDefault(model.zones().get(zone).id(), 100) / 100;
      return lowered(zone, phase - 1, left(zone, limit, 10 * grid.otherAmps(zone, phase)));
    }

    @Override
    public int watts(int zone, int maxW) {
      int limit = maxW * percent.getOrDefault(model.zones().get(zone).id(), 100) / 100;
      return lowered(zone, 3, left(zone, limit, 1_000 * grid.otherKw(zone)));
    }

    @Override
    public int wattsLowered(int zone) {
      return lowered(zone, 3, Integer.MAX_VALUE);
    }

    private int lowered(int zone, int place, int limit) {
      List<Double> most = lowered.get(model.zones().get(zone).id());
      return most == null ? limit : (int) Math.min(limit, most.get(place));
    }

    private int left(int zone, int limit, double others) {
      return model.zones().get(zone).forAll() ? Math.clamp((long) Math.floor(limit - others + ROUNDING), 0, limit) : limit;
    }
  }

  private Outcome run(double seconds) {
    carPark.start();
    time.runUntil(start + Math.round(seconds * Micros.SECOND));
    double wh = carPark.visits().stream().mapToDouble(Visit::deliveredWh).sum();
    return new Outcome(wh / 1_000, checker.breaches().stream().filter(b -> b.phase() > 0).mapToDouble(Breach::excessSeconds).sum());
  }

  private void at(double seconds, Runnable task) {
    time.at(start + Math.round(seconds * Micros.SECOND), () -> {
      task.run();
      changed();
    });
  }

  @Override
  public void plugIn(Bay bay, Arrival arrival, Car car) {
    quirks.getOrDefault(arrival.id(), List.of()).forEach(quirk -> car.quirk(time.now(), quirk, true));
    car.atDc(bay.connector().converter() != null);
    cars.set(bay.index(), car);
    cards.set(bay.index(), arrival.idTag());
    since.set(bay.index(), time.now());
    changed();
  }

  @Override
  public void unplug(Bay bay) {
    cars.set(bay.index(), null);
    grid.draw(bay.index(), 0, 1);
    changed();
  }

  private void changed() {
    if (!pending) {
      pending = true;
      time.atEndOfInstant(this::steer);
    }
  }

  private void steer() {
    pending = false;
    long now = time.now();
    List<Steersman.Stand> stands = new ArrayList<>();
    for (Bay bay : model.bays()) {
      boolean powered = outages.getOrDefault(bay.station().id(), 0) == 0;
      Car car = cars.get(bay.index());
      if (car != null) {
        car.wake(now);
        if (!powered) {
          car.cut(now);
        }
      }
      stands.add(new Steersman.Stand(bay, powered ? car : null, cards.get(bay.index()), since.get(bay.index())));
    }
    double[] offers = steersman.offers(now, stands);
    long next = steersman.nextWakeAt();
    for (Bay bay : model.bays()) {
      Car car = cars.get(bay.index());
      if (car != null) {
        if (stands.get(bay.index()).car() != null) {
          offer(now, bay, car, offers[bay.index()]);
        }
        draws(now, bay, car);
        next = Math.min(next, car.nextWakeAt());
      }
    }
    if (wake != null) {
      wake.cancel();
    }
    wake = next == Steersman.NEVER ? null : time.at(next, this::changed);
  }

  private void offer(long now, Bay bay, Car car, double amps) {
    Converter converter = bay.connector().converter();
    if (converter == null) {
      car.offered(now, amps, bay.connector().phases(), model.volts());
    } else {
      car.offeredDc(now, converter.watts(amps, model.volts()));
    }
  }

  private void draws(long now, Bay bay, Car car) {
    Converter converter = bay.connector().converter();
    if (converter == null) {
      grid.draw(bay.index(), car.amps(now), Math.min(car.conductors(), bay.connector().phases()));
    } else {
      grid.draw(bay.index(), converter.chargingAmps(car.watts(now), model.volts()), Converter.PHASES);
    }
  }
}
