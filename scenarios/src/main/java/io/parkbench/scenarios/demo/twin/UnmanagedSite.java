package io.parkbench.scenarios.demo.twin;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Timer;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.arrivals.CarPark;
import io.parkbench.plant.breaker.Breakers;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.load.Loads;
import io.parkbench.plant.world.Conditions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same site on the same clock without load management: the same cars at the same bays, the same other loads and the same breakers, but
 * every connector always offers its rating (R-PLANT-8). It has no messages and nothing goes wrong with it but its breakers. The supply's
 * voltage is the nominal one throughout.
 */
public final class UnmanagedSite implements CarPark.Sockets {
  private final PlantModel model;
  private final List<Bay> bays;
  private final Loop loop;
  private final Grid grid;
  private final Loads loads;
  private final Breakers breakers;
  private final CarPark carPark;
  private final Conditions conditions;
  private final List<@Nullable Car> cars;
  private final @Nullable Timer[] wakes;
  private final boolean[] open;

  /**
   * A site at rest; {@link #start} brings it to life.
   *
   * @param arrivals a plan of its own that has the same cars come as the managed site's
   * @param seed of the run, from which its loads draw what they draw there
   */
  public UnmanagedSite(PlantModel model, Loop loop, ArrivalPlan arrivals, Conditions conditions, Seed seed) {
    this.model = model;
    this.bays = model.bays();
    this.loop = loop;
    this.conditions = conditions;
    this.grid = new Grid(model, loop, Recording.NONE);
    this.loads = new Loads(grid, loop, seed);
    this.carPark = new CarPark(model, loop, arrivals, this);
    this.cars = new ArrayList<>(Collections.nCopies(bays.size(), null));
    this.wakes = new Timer[bays.size()];
    this.open = new boolean[model.zones().size()];
    this.breakers = new Breakers(grid, loop, conditions.installation().breakers(), new Breakers.Branch() {
      @Override
      public void dark(int zone) {
        supply(zone, false);
      }

      @Override
      public void live(int zone) {
        supply(zone, true);
      }
    }, Recording.NONE);
  }

  /** Lets the other loads begin and the cars come. */
  public void start() {
    conditions.installation().loads().forEach(loads::add);
    carPark.start();
  }

  private void supply(int zone, boolean live) {
    open[zone] = !live;
    loads.setDark(grid, zone, !live);
    for (Bay bay : bays) {
      settle(bay);
    }
  }

  /** Whether a bay (index in the model) has no mains, because a breaker above it is open. */
  public boolean isDark(int bay) {
    for (int zone = model.zoneIndex(bays.get(bay).station().zone()); zone >= 0;) {
      if (open[zone]) {
        return true;
      }
      String parent = model.zones().get(zone).parent();
      zone = parent == null ? -1 : model.zoneIndex(parent);
    }
    return false;
  }

  public Grid grid() {
    return grid;
  }

  public Loads loads() {
    return loads;
  }

  public Breakers breakers() {
    return breakers;
  }

  public CarPark carPark() {
    return carPark;
  }

  /** The car at a bay (index in the model), or null. */
  public @Nullable Car car(int bay) {
    return cars.get(bay);
  }

  @Override
  public void plugIn(Bay bay, Arrival arrival, Car car) {
    long now = loop.now();
    conditions.ofCar(car.model().name()).forEach(quirk -> car.quirk(now, quirk, true));
    car.atDc(bay.connector().converter() != null);
    cars.set(bay.index(), car);
    settle(bay);
  }

  @Override
  public void unplug(Bay bay) {
    cars.set(bay.index(), null);
    grid.draw(bay.index(), 0, 1);
    settle(bay);
  }

  /** What has changed at a bay takes effect, and its next change is awaited. */
  private void settle(Bay bay) {
    Timer wake = wakes[bay.index()];
    if (wake != null) {
      wake.cancel();
      wakes[bay.index()] = null;
    }
    Car car = cars.get(bay.index());
    if (car == null) {
      return;
    }
    long now = loop.now();
    car.wake(now);
    if (isDark(bay.index())) {
      car.cut(now);
    } else {
      Sockets.offer(now, bay, car, model.volts());
    }
    Sockets.draw(now, bay, car, grid, model.volts());
    long next = car.nextWakeAt();
    wakes[bay.index()] = next == Car.NEVER ? null : loop.at(next, () -> settle(bay));
  }
}
