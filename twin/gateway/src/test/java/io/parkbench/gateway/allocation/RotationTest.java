package io.parkbench.gateway.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Micros;
import org.junit.jupiter.api.Test;

/** R-ALLOC-5: the shed order stands for 15 minutes; a new car is served at once; freed room is used at once. */
class RotationTest {
  private static final long START = 1_000 * Micros.DAY;
  private static final int FLOOR = 60;
  private static final int MAX = 320;

  private final Topology topology = new Topology(Topology.ROOT);
  private final Limits limits = new Limits(topology);
  private final Demand demand = new Demand(5);
  private final Allocator allocator = new Allocator(topology, 5);
  private final Rotation rotation = new Rotation(allocator, ShedBy.ENERGY);

  @Test
  void withinFifteenMinutesNobodyIsSwappedForFairnessAloneThenTheOrderIsMadeAnew() {
    room(2);
    plug(0, 5_000);
    plug(1, 1_000);
    plug(2, 2_000);
    assertCharging(START, 1, 2);
    assertEquals(START + 15 * Micros.MINUTE, rotation.nextWakeAt());

    received(1, 9_000);
    received(2, 8_000);
    assertCharging(START + 15 * Micros.MINUTE - 1, 1, 2);
    assertCharging(START + 15 * Micros.MINUTE, 0, 2);
    assertEquals(START + 30 * Micros.MINUTE, rotation.nextWakeAt());
  }

  @Test
  void aNewCarHasItsFloorAtOnceAtTheCostOfWhoHasReceivedMost() {
    room(2);
    plug(0, 5_000);
    plug(1, 1_000);
    assertCharging(START, 0, 1);
    room(1);
    assertCharging(START + Micros.MINUTE, 1);
    room(2);
    assertCharging(START + 2 * Micros.MINUTE, 0, 1);

    demand.put(2, 0, Phases.ALL, 230, FLOOR, MAX);
    demand.history(2, 0, 0, START + 3 * Micros.MINUTE);
    assertCharging(START + 3 * Micros.MINUTE, 1, 2);
  }

  @Test
  void anotherSessionInTheSameSlotIsANewOne() {
    room(1);
    plug(0, 1_000);
    plug(1, 2_000);
    assertCharging(START, 0);
    demand.remove(1);
    demand.put(1, 0, Phases.ALL, 230, FLOOR, MAX);
    demand.history(1, 0, 0, START + Micros.MINUTE);
    assertCharging(START + Micros.MINUTE, 1);
  }

  @Test
  void whoNoLongerFitsIsSuspendedInTheStandingOrderAndFreedRoomIsUsedAtOnce() {
    room(3);
    for (int slot = 0; slot < 4; slot++) {
      plug(slot, 1_000L * (slot + 1));
    }
    assertCharging(START, 0, 1, 2);
    received(0, 50_000);
    room(2);
    assertCharging(START + Micros.MINUTE, 0, 1);
    demand.remove(0);
    assertCharging(START + 2 * Micros.MINUTE, 1, 2);
  }

  @Test
  void theOrderIsLookedAtOnlyWhenSomebodyMustBeSuspended() {
    room(2);
    plug(0, 1_000);
    plug(1, 2_000);
    assertCharging(START, 0, 1);
    assertEquals(Rotation.NEVER, rotation.nextWakeAt());
    received(0, 7_000);
    room(1);
    assertCharging(START + 40 * Micros.MINUTE, 1);
    assertEquals(START + 55 * Micros.MINUTE, rotation.nextWakeAt());
  }

  @Test
  void aVipComesFirstAtAnyTime() {
    room(1);
    plug(0, 1_000);
    plug(1, 9_000);
    assertCharging(START, 0);
    demand.rank(1, true, 0);
    assertCharging(START + Micros.MINUTE, 1);
  }

  @Test
  void byDurationTheOneThatHasChargedLongestIsSuspended() {
    var byDuration = new Rotation(allocator, ShedBy.DURATION);
    room(1);
    plug(0, 1_000);
    plug(1, 9_000);
    demand.history(0, 1_000, 600, START);
    demand.history(1, 9_000, 300, START);
    byDuration.share(START, limits, demand);
    assertEquals(0, allocator.setpointDa(0));
    assertEquals(FLOOR, allocator.setpointDa(1));
  }

  @Test
  void onlySessionsUnderTheFullZoneAreSuspended() {
    var forest = new Topology(Topology.ROOT, 0, 0);
    var twoBranches = new Limits(forest);
    twoBranches.current(1, FLOOR);
    var cars = new Demand(3);
    for (int slot = 0; slot < 3; slot++) {
      cars.put(slot, slot < 2 ? 1 : 2, Phases.ALL, 230, FLOOR, MAX);
      cars.history(slot, 1_000L * (slot + 1), 0, START);
    }
    var site = new Allocator(forest, 3);
    new Rotation(site, ShedBy.ENERGY).share(START, twoBranches, cars);
    assertEquals(FLOOR, site.setpointDa(0));
    assertEquals(new Reason(Rule.SHED, 1, 1, 0), site.reason(1));
    assertEquals(new Reason(Rule.FULL, Reason.NONE, Reason.NONE, 1), site.reason(2));
  }

  private void room(int floors) {
    limits.current(0, floors * FLOOR);
  }

  private void plug(int slot, long energyWh) {
    demand.put(slot, 0, Phases.ALL, 230, FLOOR, MAX);
    received(slot, energyWh);
  }

  private void received(int slot, long energyWh) {
    demand.history(slot, energyWh, 0, START);
  }

  private void assertCharging(long now, int... expected) {
    rotation.share(now, limits, demand);
    var charging = new StringBuilder();
    for (int slot = 0; slot < demand.slots(); slot++) {
      if (demand.present(slot) && allocator.setpointDa(slot) > 0) {
        charging.append(slot).append(' ');
      }
    }
    var wanted = new StringBuilder();
    for (int slot : expected) {
      wanted.append(slot).append(' ');
    }
    assertEquals(wanted.toString(), charging.toString());
  }
}
