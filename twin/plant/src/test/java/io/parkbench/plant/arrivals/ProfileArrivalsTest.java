package io.parkbench.plant.arrivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R-EV-2: seeded profiles. */
class ProfileArrivalsTest {
  private static final long MONDAY = Micros.of(Instant.parse("2026-03-02T00:00:00Z"));

  private static ArrivalPlan plan(String profile, long seed, long start) {
    return new ProfileArrivals(
        ArrivalProfile.named(profile), 100, ZoneOffset.UTC, start, new Seed(seed), List.of());
  }

  private static List<Arrival> until(ArrivalPlan plan, long end) {
    List<Arrival> arrivals = new ArrayList<>();
    @Nullable Arrival next = plan.next();
    while (next != null && next.at() < end) {
      arrivals.add(next);
      next = plan.next();
    }
    return arrivals;
  }

  @Test
  void theSameSeedGivesTheSameCarsAndAnotherSeedOthers() {
    List<Arrival> week = until(plan("mall", 1, MONDAY), MONDAY + 7 * Micros.DAY);
    assertEquals(week, until(plan("mall", 1, MONDAY), MONDAY + 7 * Micros.DAY));
    assertNotEquals(week, until(plan("mall", 2, MONDAY), MONDAY + 7 * Micros.DAY));
  }

  @Test
  void aDayIsTheSameWheneverTheRunBegins() {
    long tuesdayNoon = MONDAY + 36 * Micros.HOUR;
    long end = MONDAY + 3 * Micros.DAY;
    List<Arrival> fromMonday = until(plan("store", 1, MONDAY), end);
    assertEquals(
        fromMonday.stream().filter(arrival -> arrival.at() >= tuesdayNoon).toList(),
        until(plan("store", 1, tuesdayNoon), end));
  }

  @Test
  void carsComeInTheOrderOfTimeAndStayAsTheGuideHasIt() {
    for (String name : ArrivalProfile.names()) {
      ArrivalProfile profile = ArrivalProfile.named(name);
      long last = MONDAY;
      for (Arrival arrival : until(plan(name, 3, MONDAY), MONDAY + 30 * Micros.DAY)) {
        assertTrue(arrival.at() >= last, name);
        last = arrival.at();
        long stay = arrival.departure() - arrival.at();
        assertTrue(stay >= Micros.of(profile.minStay()) && stay <= Micros.of(profile.maxStay()), name);
        double room = (1 - arrival.stateOfCharge()) * arrival.car().batteryWh() / arrival.car().efficiency();
        assertTrue(arrival.wantedWh() > 0 && arrival.wantedWh() <= room + 1e-6, name);
      }
    }
  }

  @Test
  void aWorkplaceIsFullOnMondayAndEmptyOnSunday() {
    assertEquals(100, until(plan("workplace", 1, MONDAY), MONDAY + Micros.DAY).size());
    long sunday = MONDAY + 6 * Micros.DAY;
    assertEquals(5, until(plan("workplace", 1, sunday), sunday + Micros.DAY).size());
  }

  @Test
  void theProfilesHoursAreThoseOfTheSitesClockAlsoAfterItIsPutForward() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    long mondayInSummer = Micros.of(Instant.parse("2026-03-29T22:00:00Z"));
    ArrivalPlan plan = new ProfileArrivals(
        ArrivalProfile.named("workplace"), 100, berlin, mondayInSummer, new Seed(1), List.of());
    for (Arrival arrival : until(plan, mondayInSummer + Micros.DAY)) {
      int hour = Micros.toInstant(arrival.at()).atZone(berlin).getHour();
      assertTrue(hour >= 6 && hour < 10, "at " + hour);
    }
  }

  @Test
  void driversHoldTheCardsTheyAreGiven() {
    ArrivalPlan plan = new ProfileArrivals(
        ArrivalProfile.named("depot"), 4, ZoneOffset.UTC, MONDAY, new Seed(1), List.of("A", "B"));
    assertEquals(
        List.of("A", "B", "A", "B"),
        until(plan, MONDAY + Micros.DAY).stream().map(Arrival::idTag).toList());
  }

  @Test
  void aProfileWithoutCarsEnds() {
    ArrivalProfile none = ArrivalProfile.named("mall").withCarsPerBay(0);
    assertNull(new ProfileArrivals(none, 10, ZoneOffset.UTC, 0, new Seed(1), List.of()).next());
  }
}
