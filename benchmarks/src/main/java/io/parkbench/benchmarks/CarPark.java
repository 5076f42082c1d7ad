package io.parkbench.benchmarks;

import io.parkbench.gateway.allocation.Demand;
import io.parkbench.gateway.allocation.Limits;
import io.parkbench.gateway.allocation.Topology;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;

/**
 * The site that the allocator is measured on (R-BENCH-10): 100 sessions, 20 zones on three levels, three phases; one- and
 * three-phase cars of different sizes and floors, five of them VIP, no two alike in what they have received.
 */
final class CarPark {
  static final int SESSIONS = 100;
  static final int ZONES = 20;

  private static final int BUILDINGS = 4;
  private static final int FIRST_FLOOR = 1 + BUILDINGS;
  private static final int[] MAXIMA = {160, 320, 160, 320, 200, 250, 320, 100};
  private static final int[] FLOORS = {60, 60, 80, 60, 140, 100, 60, 80};
  private static final int[] PHASES = {0b111, 0b001, 0b111, 0b010, 0b111, 0b100, 0b111, 0b110};

  private final Chance chance = new Seed(20_261_120).fork("car-park");

  Topology topology() {
    int[] parent = new int[ZONES];
    parent[0] = Topology.ROOT;
    for (int zone = 1; zone < ZONES; zone++) {
      parent[zone] = zone < FIRST_FLOOR ? 0 : 1 + (zone - FIRST_FLOOR) % BUILDINGS;
    }
    return new Topology(parent);
  }

  Demand demand() {
    var demand = new Demand(SESSIONS);
    for (int slot = 0; slot < SESSIONS; slot++) {
      plug(demand, slot, (int) chance.between(0, MAXIMA.length - 1));
      demand.rank(slot, slot % 20 == 7, 0);
      demand.history(slot, chance.between(0, 40_000), chance.between(0, 20_000), slot);
    }
    return demand;
  }

  /** A car of another kind in {@code slot}. */
  void plug(Demand demand, int slot, int kind) {
    int zone = FIRST_FLOOR + slot % (ZONES - FIRST_FLOOR);
    int size = (kind + slot) % MAXIMA.length;
    demand.put(slot, zone, PHASES[kind % PHASES.length], 230, Math.min(FLOORS[size], MAXIMA[size]), MAXIMA[size]);
  }

  /**
   * Limits for every zone and phase, each its own draw around {@code percent} of a usual size: 40 A a floor, 120 A a building,
   * 400 A and as much power the whole.
   */
  int[] limits(int percent) {
    int[] limits = new int[ZONES * 4];
    for (int zone = 0; zone < ZONES; zone++) {
      int usualDa = zone == 0 ? 4_000 : zone < FIRST_FLOOR ? 1_200 : 400;
      for (int phase = 0; phase < 3; phase++) {
        limits[zone * 4 + phase] = usualDa * (int) chance.between(percent - 15, percent + 15) / 100;
      }
      limits[zone * 4 + 3] = zone == 0 ? 69 * usualDa * percent / 100 : Limits.UNLIMITED;
    }
    return limits;
  }

  static void set(Limits limits, int[] values) {
    for (int zone = 0; zone < ZONES; zone++) {
      for (int phase = 1; phase <= 3; phase++) {
        limits.current(zone, phase, values[zone * 4 + phase - 1]);
      }
      limits.power(zone, values[zone * 4 + 3]);
    }
  }
}
