package io.parkbench.gateway.allocation;

import io.parkbench.kernel.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A drawn site for the property tests: zones with limits, and cars. */
record Site(int[] parent, List<Row> rows, List<Car> cars) {
  static final int VOLTS = 230;
  private static final int[] MASKS = {1, 2, 4, 3, 5, 6, 7, 7, 7};
  private static final int[] MAXIMA = {60, 100, 160, 160, 200, 320, 320, 630, 137};
  private static final int[] FLOORS = {60, 60, 80, 100, 140, 53};

  /**
   * @param phase 1 to 3, or 0 for power
   * @param limit 0.1 A, or 0.1 W
   */
  record Row(int zone, int phase, long limit) {
    long weight(Site site, int c) {
      Car car = site.cars.get(c);
      int zone = car.zone;
      while (zone != Topology.ROOT && zone != this.zone) {
        zone = site.parent[zone];
      }
      if (zone == Topology.ROOT) {
        return 0;
      }
      return phase == 0 ? (long) VOLTS * Phases.count(car.phases) : Phases.contains(car.phases, phase) ? 1 : 0;
    }
  }

  record Car(
      int zone, int phases, int floorDa, int maxDa, boolean vip, int priorityClass, long energyWh, long startedAt) {
    boolean ranksAs(Car other) {
      return vip == other.vip && priorityClass == other.priorityClass;
    }
  }

  /** Up to {@code zones} zones and {@code cars} cars, the limits such that anything from nobody to everybody is held back. */
  static Site drawn(Chance chance, int zones, int cars) {
    int[] parent = new int[(int) chance.between(1, zones)];
    int[] depth = new int[parent.length];
    for (int z = 0; z < parent.length; z++) {
      parent[z] = z == 0 || chance.happens(0.1) ? Topology.ROOT : (int) chance.between(0, z - 1);
      if (parent[z] != Topology.ROOT && depth[parent[z]] == 2) {
        parent[z] = parent[parent[z]];
      }
      depth[z] = parent[z] == Topology.ROOT ? 0 : depth[parent[z]] + 1;
    }
    int count = (int) chance.between(1, cars);
    long usual = 40 + 400L * count / parent.length;
    List<Row> rows = new ArrayList<>();
    for (int z = 0; z < parent.length; z++) {
      for (int phase = 1; phase <= 3; phase++) {
        if (chance.happens(0.8)) {
          rows.add(new Row(z, phase, chance.between(-20, usual * (3 - depth[z]))));
        }
      }
      if (chance.happens(0.3)) {
        rows.add(new Row(z, 0, 10 * chance.between(0, 69 * usual)));
      }
    }
    List<Car> list = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      int maxDa = MAXIMA[(int) chance.between(0, MAXIMA.length - 1)];
      int floorDa = Math.min(maxDa, FLOORS[(int) chance.between(0, FLOORS.length - 1)]);
      list.add(
          new Car(
              (int) chance.between(0, parent.length - 1),
              MASKS[(int) chance.between(0, MASKS.length - 1)],
              floorDa,
              maxDa,
              chance.happens(0.15),
              (int) chance.between(0, 5) / 4,
              chance.between(0, 8) * 1000,
              chance.between(0, 5)));
    }
    return new Site(parent, rows, list);
  }

  Topology topology() {
    return new Topology(parent);
  }

  Limits limits() {
    var limits = new Limits(topology());
    for (Row row : rows) {
      if (row.phase == 0) {
        limits.power(row.zone, (int) (row.limit / 10));
      } else {
        limits.current(row.zone, row.phase, (int) row.limit);
      }
    }
    return limits;
  }

  /** The cars in the slots {@code slotOf} says. */
  Demand demand(int[] slotOf) {
    var demand = new Demand(cars.size());
    for (int c = 0; c < cars.size(); c++) {
      Car car = cars.get(c);
      demand.put(slotOf[c], car.zone, car.phases, VOLTS, car.floorDa, car.maxDa);
      demand.rank(slotOf[c], car.vip, car.priorityClass);
      demand.history(slotOf[c], car.energyWh, 0, car.startedAt);
    }
    return demand;
  }

  Demand demand() {
    int[] slots = new int[cars.size()];
    Arrays.setAll(slots, c -> c);
    return demand(slots);
  }

  /** Allocated from nothing; slot = car. */
  Allocator allocated() {
    var allocator = new Allocator(topology(), cars.size());
    allocator.allocate(limits(), demand(), ShedBy.ENERGY);
    return allocator;
  }
}
