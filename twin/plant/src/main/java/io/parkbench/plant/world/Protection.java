package io.parkbench.plant.world;

import io.parkbench.kernel.Faults.Guard;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.breaker.Breakers;
import io.parkbench.plant.breaker.Device;
import io.parkbench.plant.breaker.Trip;
import io.parkbench.plant.fault.Trouble;
import io.parkbench.plant.fault.Troubles;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.load.Loads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The breakers of the site, and beside them the same breakers under the same loads without any car: what tells whether a trip is
 * the gateway's (R-LEASE-5, R-PLANT-8). Loads do not depend on cars, so that this is the same run without them.
 */
public final class Protection {
  private final PlantModel model;
  private final Breakers breakers;
  private final Breakers withoutCars;
  private final Map<Integer, List<Guard>> outages = new TreeMap<>();

  Protection(
      Map<String, Device> devices, Grid grid, Loads loads, Troubles troubles, Loop loop, Recording recording) {
    this.model = grid.model();
    this.breakers = new Breakers(grid, loop, devices, new Breakers.Branch() {
      @Override
      public void dark(int zone) {
        loads.setDark(grid, zone, true);
        outages.put(zone, stationsBelow(zone).stream().map(station -> troubles.begin(new Trouble.Dark(station))).toList());
      }

      @Override
      public void live(int zone) {
        loads.setDark(grid, zone, false);
        List<Guard> over = outages.remove(zone);
        if (over != null) {
          over.forEach(Guard::close);
        }
      }
    }, recording);
    Grid empty = devices.isEmpty() ? grid : new Grid(model, loop, Recording.NONE);
    if (!devices.isEmpty()) {
      loads.alsoOn(empty);
    }
    this.withoutCars = new Breakers(empty, loop, devices, new Breakers.Branch() {
      @Override
      public void dark(int zone) {
        loads.setDark(empty, zone, true);
      }

      @Override
      public void live(int zone) {
        loads.setDark(empty, zone, false);
      }
    }, Recording.NONE);
  }

  private List<String> stationsBelow(int zone) {
    List<String> below = new ArrayList<>();
    for (PlantModel.Station station : model.stations()) {
      int at = model.zoneIndex(station.zone());
      while (at >= 0 && at != zone) {
        String parent = model.zones().get(at).parent();
        at = parent == null ? -1 : model.zoneIndex(parent);
      }
      if (at == zone) {
        below.add(station.id());
      }
    }
    return below;
  }

  void start() {
    breakers.start();
  }

  /** As they are, with the cars. */
  public Breakers breakers() {
    return breakers;
  }

  /** As they would be if no car had ever come. */
  public Breakers withoutCars() {
    return withoutCars;
  }

  /** The trips of breakers that would not have tripped so far without the cars: the worst verdict there is. */
  public List<Trip> blamed() {
    return breakers.trips().stream().filter(trip -> !withoutCars.tripped(trip.zone())).toList();
  }

  /**
   * Somebody closes the breaker of a zone: what it feeds comes back, stations boot. Nothing happens where it is closed, or there is
   * none.
   *
   * @throws IllegalArgumentException for an unknown zone
   */
  public void close(String zone) {
    breakers.close(index(zone));
    withoutCars.close(index(zone));
  }

  /** Somebody opens the breaker of a zone, which is no trip; likewise. */
  public void open(String zone) {
    breakers.open(index(zone));
    withoutCars.open(index(zone));
  }

  private int index(String zone) {
    int index = model.zoneIndex(zone);
    if (index < 0) {
      throw new IllegalArgumentException("no zone is called '" + zone + "'");
    }
    return index;
  }
}
