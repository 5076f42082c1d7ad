package io.parkbench.gateway.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

/** What holds of every allocation (R-ALLOC-1 to 4, 6, 10, 14), on drawn sites. */
class AllocatorPropertiesTest {

  @Test
  void agreesWithTheExactSolverToTheLastTenthOfAnAmpere() {
    forDrawnSites("oracle", 600, 9, 14, (site, n) -> assertArrayEquals(Oracle.setpointsDa(site), setpoints(site), "site " + n));
  }

  @Test
  void noRowIsEverExceededAndASetpointIsZeroOrAtLeastTheFloor() {
    forDrawnSites("feasible", 3_000, 20, 100, (site, n) -> {
      int[] setpoints = setpoints(site);
      for (Site.Row row : site.rows()) {
        long used = used(site, row, setpoints);
        assertTrue(used <= Math.max(0, row.limit()), "site " + n + ": " + row + " carries " + used);
      }
      for (int c = 0; c < setpoints.length; c++) {
        Site.Car car = site.cars().get(c);
        assertTrue(setpoints[c] == 0 || (setpoints[c] >= car.floorDa() && setpoints[c] <= car.maxDa()), "site " + n);
      }
    });
  }

  @Test
  void theReasonNamesARowOfTheSessionThatIsFullOrHasNoRoomForItsFloor() {
    forDrawnSites("reasons", 2_000, 20, 100, (site, n) -> {
      Allocator allocator = site.allocated();
      int[] setpoints = setpoints(site);
      for (int c = 0; c < setpoints.length; c++) {
        Reason reason = allocator.reason(c);
        Site.Car car = site.cars().get(c);
        String where = "site " + n + ", car " + c + ": " + reason;
        switch (reason.rule()) {
          case FULL -> assertEquals(car.maxDa(), setpoints[c], where);
          case FLOOR -> assertEquals(car.floorDa(), setpoints[c], where);
          case SHARE -> assertEquals(reason.share() * car.maxDa(), setpoints[c], 1, where);
          case SHED -> assertEquals(0, setpoints[c], where);
        }
        if (reason.rule() == Rule.FULL) {
          continue;
        }
        Site.Row row = row(site, reason);
        long weight = row.weight(site, c);
        assertTrue(weight > 0, where);
        long lostToRounding = weight * site.cars().size() * (row.phase() == 0 ? 3 : 1);
        long room = row.limit() - used(site, row, setpoints);
        if (reason.rule() != Rule.SHED) {
          assertTrue(room <= lostToRounding, where + " has room " + room);
        } else {
          assertTrue(room - freedByOwnClass(site, row, setpoints, c) < weight * car.floorDa() + lostToRounding, where);
        }
      }
    });
  }

  @Test
  void sessionsOfOneClassHeldBackByTheSameRowHaveTheSameShare() {
    forDrawnSites("equal", 1_000, 12, 60, (site, n) -> {
      Allocator allocator = site.allocated();
      for (int a = 0; a < site.cars().size(); a++) {
        for (int b = 0; b < a; b++) {
          if (allocator.rule(a) == Rule.SHARE
              && allocator.rule(b) == Rule.SHARE
              && site.cars().get(a).ranksAs(site.cars().get(b))
              && allocator.zone(a) == allocator.zone(b)
              && allocator.phase(a) == allocator.phase(b)) {
            assertEquals(allocator.share(a), allocator.share(b), "site " + n);
          }
        }
      }
    });
  }

  @Test
  void theSlotsDoNotMatter() {
    forDrawnSites("slots", 500, 12, 60, (drawn, n) -> {
      Site site = withoutTies(drawn);
      int cars = site.cars().size();
      int[] reversed = new int[cars];
      for (int c = 0; c < cars; c++) {
        reversed[c] = cars - 1 - c;
      }
      var allocator = new Allocator(site.topology(), cars);
      allocator.allocate(site.limits(), site.demand(reversed), ShedBy.ENERGY);
      int[] setpoints = setpoints(site);
      for (int c = 0; c < cars; c++) {
        assertEquals(setpoints[c], allocator.setpointDa(reversed[c]), "site " + n + ", car " + c);
      }
    });
  }

  @Test
  void anAllocatorRemembersNothing() {
    var topology = new Topology(Topology.ROOT, 0, 0, 1, 1, 2, 2);
    var used = new Allocator(topology, 40);
    var limits = new Limits(topology);
    var demand = new Demand(40);
    Chance chance = new Seed(3).fork("memory");
    for (int n = 0; n < 2_000; n++) {
      for (int change = 0; change < 5; change++) {
        limits.current((int) chance.between(0, 6), (int) chance.between(1, 3), (int) chance.between(0, 2_000));
        int slot = (int) chance.between(0, 39);
        if (chance.happens(0.3)) {
          demand.remove(slot);
        } else {
          demand.put(slot, (int) chance.between(0, 6), (int) chance.between(1, 7), 230, 60, (int) chance.between(60, 320));
          demand.history(slot, chance.between(0, 9_000), 0, n);
        }
      }
      var fresh = new Allocator(topology, 40);
      used.allocate(limits, demand, ShedBy.ENERGY);
      fresh.allocate(limits, demand, ShedBy.ENERGY);
      for (int slot = 0; slot < 40; slot++) {
        if (demand.present(slot)) {
          assertEquals(fresh.setpointDa(slot), used.setpointDa(slot));
          assertEquals(fresh.reason(slot), used.reason(slot));
        }
      }
    }
  }

  @Test
  void moreRoomNeverLowersTheLeastShareWhileEverybodyCharges() {
    int[] compared = {0};
    forDrawnSites("monotone", 3_000, 8, 12, (drawn, n) -> {
      Site site = oneClass(drawn);
      Allocator before = site.allocated();
      if (before.suspended() == 0) {
        compared[0]++;
        for (int r = 0; r < site.rows().size(); r++) {
          Allocator after = raised(site, r).allocated();
          assertTrue(leastShare(after, site) >= leastShare(before, site) - 1e-12, "site " + n + ", row " + r);
        }
      }
    });
    assertTrue(compared[0] > 100, "sites compared: " + compared[0]);
  }

  private static void forDrawnSites(String stream, int sites, int zones, int cars, ObjIntConsumer<Site> property) {
    Chance chance = new Seed(20_261_120).fork(stream);
    for (int n = 0; n < sites; n++) {
      property.accept(Site.drawn(chance, zones, cars), n);
    }
  }

  private static int[] setpoints(Site site) {
    Allocator allocator = site.allocated();
    int[] setpoints = new int[site.cars().size()];
    Arrays.setAll(setpoints, allocator::setpointDa);
    return setpoints;
  }

  private static long used(Site site, Site.Row row, int[] setpoints) {
    long used = 0;
    for (int c = 0; c < setpoints.length; c++) {
      used += row.weight(site, c) * setpoints[c];
    }
    return used;
  }

  /** What the row would have more if the others of the car's class were at their floors and lower classes had nothing, negated. */
  private static long freedByOwnClass(Site site, Site.Row row, int[] setpoints, int car) {
    long taken = 0;
    Site.Car shed = site.cars().get(car);
    for (int c = 0; c < setpoints.length; c++) {
      Site.Car other = site.cars().get(c);
      if (setpoints[c] > 0 && other.ranksAs(shed)) {
        taken += row.weight(site, c) * (setpoints[c] - other.floorDa());
      } else if (below(other, shed)) {
        taken += row.weight(site, c) * setpoints[c];
      }
    }
    return -taken;
  }

  private static boolean below(Site.Car other, Site.Car car) {
    return other.vip() != car.vip() ? car.vip() : other.priorityClass() < car.priorityClass();
  }

  private static Site.Row row(Site site, Reason reason) {
    return site.rows().stream()
        .filter(row -> row.zone() == reason.zone() && row.phase() == reason.phase())
        .findFirst()
        .orElseThrow();
  }

  private static double leastShare(Allocator allocator, Site site) {
    double least = 1;
    for (int c = 0; c < site.cars().size(); c++) {
      least = Math.min(least, allocator.share(c));
    }
    return least;
  }

  private static Site raised(Site site, int raisedRow) {
    List<Site.Row> rows = new ArrayList<>(site.rows());
    Site.Row row = rows.get(raisedRow);
    rows.set(raisedRow, new Site.Row(row.zone(), row.phase(), row.limit() + 500));
    return new Site(site.parent(), rows, site.cars());
  }

  private static Site oneClass(Site site) {
    List<Site.Car> cars = new ArrayList<>();
    for (Site.Car car : site.cars()) {
      cars.add(new Site.Car(car.zone(), car.phases(), car.floorDa(), car.maxDa(), false, 0, car.energyWh(), car.startedAt()));
    }
    return new Site(site.parent(), site.rows(), cars);
  }

  private static Site withoutTies(Site site) {
    List<Site.Car> cars = new ArrayList<>();
    for (Site.Car car : site.cars()) {
      cars.add(
          new Site.Car(
              car.zone(),
              car.phases(),
              car.floorDa(),
              car.maxDa(),
              car.vip(),
              car.priorityClass(),
              car.energyWh(),
              cars.size()));
    }
    return new Site(site.parent(), site.rows(), cars);
  }
}
