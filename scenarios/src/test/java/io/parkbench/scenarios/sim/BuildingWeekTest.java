package io.parkbench.scenarios.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.arrivals.Visit;
import io.parkbench.plant.bems.Bems;
import io.parkbench.plant.bems.Gap;
import io.parkbench.plant.bems.Sample;
import io.parkbench.plant.bems.SiteMap;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.ReadySites;
import io.parkbench.rigs.Rig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A building asks the office's gateway for days on end: its history has a value for every quarter of an hour, and where one is not fresh, it
 * says why and is right (R-BEMS-6, R-PLANT-5).
 */
class BuildingWeekTest {
  private static final long QUARTER = 15 * Micros.MINUTE;
  private static final String LOST = "p1-03";
  /** How long a car is plugged in before all know of it, and how long it may be gone before. */
  private static final long NEAR = 2 * Micros.MINUTE;
  private static final double A_POLL_AT_22_KW = 0.25;

  @Test
  void aWeekInMemoryWithABrokenLinkALostStationAndARestart() throws Exception {
    try (Week week = new Week(Rig.MEMORY)) {
      week.until(34 * Micros.HOUR + 5 * Micros.MINUTE);
      week.cut("bems", 45 * Micros.MINUTE);
      week.until(60 * Micros.HOUR - 30 * Micros.SECOND);
      week.restart();
      week.until(81 * Micros.HOUR + 5 * Micros.MINUTE);
      week.cut(LOST, 130 * Micros.MINUTE);
      week.until(7 * Micros.DAY + NEAR);
      week.assertHistory(7 * 96);
      assertEquals(3L, week.count(week.zone(0), Gap.LINK_DOWN));
      assertEquals(1L, week.count(week.zone(0), Gap.GATEWAY_RESTART));
      assertTrue(week.count(week.place(LOST), Gap.STATION_DISCONNECTED) >= 8, "samples without the lost station");
    }
  }

  @Test
  void aDayOverSocketsHasTheSameHistory() throws Exception {
    Map<Rig, String> hashes = new LinkedHashMap<>();
    for (Rig rig : List.of(Rig.MEMORY, Rig.LOOPBACK)) {
      try (Week day = new Week(rig)) {
        day.until(7 * Micros.HOUR + 5 * Micros.MINUTE);
        day.cut("bems", 20 * Micros.MINUTE);
        day.until(9 * Micros.HOUR - 30 * Micros.SECOND);
        day.restart();
        day.until(Micros.DAY + NEAR);
        day.assertHistory(96);
        hashes.put(rig, day.bench.recording().hash());
      }
    }
    assertEquals(hashes.get(Rig.MEMORY), hashes.get(Rig.LOOPBACK));
  }

  /** The office with what happens to it, and what the building has of it. */
  private static final class Week implements AutoCloseable {
    private final Site site;
    private final Bench bench;
    private final long start;
    private long cutAt = Long.MAX_VALUE;
    private long cutUntil = Long.MAX_VALUE;
    private long lostAt = Long.MAX_VALUE;
    private long lostUntil = Long.MAX_VALUE;
    private long restartAt = Long.MAX_VALUE;

    Week(Rig rig) throws Exception {
      site = ReadySites.load("office-bems");
      BenchPlan plan = BenchPlan.of(site).on(rig);
      bench = Bench.open(plan.arrivals(SiteArrivals.of(site, null, new Seed(plan.seed()), plan.start()).plan()));
      start = bench.time().now();
    }

    void until(long since) {
      bench.time().runUntil(start + since);
    }

    void cut(String link, long length) {
      long now = bench.time().now();
      if (link.equals(LOST)) {
        lostAt = now;
        lostUntil = now + length;
      } else {
        cutAt = now;
        cutUntil = now + length;
      }
      Faults.Guard guard = bench.net().faults().add(Links.of(link), new Fault.Cut());
      bench.time().runUntil(now + length);
      guard.close();
    }

    void restart() {
      restartAt = bench.time().now();
      bench.restartGateway(site, Duration.ofMinutes(1));
    }

    Bems bems() {
      return Objects.requireNonNull(bench.plant().bems());
    }

    String zone(int index) {
      return "Zones/Zone-" + bems().map().zones().get(index).id();
    }

    String place(String station) {
      SiteMap.Station found = bems().map().stations().stream().filter(s -> s.ocppIdentifier().equals(station)).findFirst()
          .orElseThrow();
      return "Zones/Zone-" + found.zone() + "/Station-" + found.id();
    }

    long count(String place, Gap gap) {
      return bems().history().samples(place).stream().filter(sample -> sample.gap() == gap).count();
    }

    /** Every quarter is there, and each gap is one that the plant explains. */
    void assertHistory(int quarters) {
      for (String place : bems().history().places()) {
        List<Sample> samples = bems().history().samples(place);
        assertEquals(quarters, samples.size(), place);
        for (int i = 0; i < quarters; i++) {
          assertEquals((start / QUARTER + 1 + i) * QUARTER, samples.get(i).at(), place);
        }
      }
      site.stations().forEach(station -> assertStation(station.id()));
      for (int zone = 0; zone < site.zones().size(); zone++) {
        assertTrue(bems().history().samples(zone(zone)).stream().allMatch(sample -> sample.isHeard() == isHeard(sample.at())),
            zone(zone));
      }
      assertEquals(0, bench.plant().checker().broken(), "breaches");
    }

    private void assertStation(String station) {
      List<Visit> visits = bench.plant().carPark().visits().stream().filter(visit -> visit.bay().station().id().equals(station))
          .toList();
      List<Sample> samples = bems().history().samples(place(station));
      for (Sample sample : samples) {
        if (!isUnclear(visits, sample.at())) {
          assertEquals(expected(station, visits, sample.at()), sample.gap(), station + " at " + Micros.toInstant(sample.at()));
          assertEquals(isHeard(sample.at()), sample.isHeard());
        }
      }
      double given = bench.plant().station(station).energyWh(1) / 1_000;
      assertEquals(given, samples.getLast().energyKwh(), A_POLL_AT_22_KW, () -> "kWh of " + station + " after " + visits);
    }

    private boolean isHeard(long at) {
      return !(at > cutAt && at < cutUntil || at > restartAt && at < restartAt + Micros.MINUTE);
    }

    /** A car is just coming or going. */
    private boolean isUnclear(List<Visit> visits, long at) {
      return visits.stream().anyMatch(visit -> List.of(at, restartAt, lostAt, lostUntil).stream().anyMatch(
          instant -> Math.abs(visit.arrival().at() - instant) < NEAR || Math.abs(visit.until() - instant) < NEAR))
          || Math.abs(at - lostUntil) < NEAR;
    }

    private @Nullable Gap expected(String station, List<Visit> visits, long at) {
      if (at > cutAt && at < cutUntil) {
        return Gap.LINK_DOWN;
      }
      if (at > restartAt && at < restartAt + Micros.MINUTE) {
        return Gap.GATEWAY_RESTART;
      }
      if (station.equals(LOST) && at > lostAt && at < lostUntil) {
        return Gap.STATION_DISCONNECTED;
      }
      boolean old = isOld(visits, restartAt, restartAt, at) || station.equals(LOST) && isOld(visits, lostAt, lostUntil, at);
      return old ? Gap.NO_SESSION_SINCE_RESTART : null;
    }

    /** Somebody has charged there before what happened from {@code begin} to {@code end}, and nobody since. */
    private static boolean isOld(List<Visit> visits, long begin, long end, long at) {
      return at > end && visits.stream().anyMatch(visit -> visit.arrival().at() < begin)
          && visits.stream().noneMatch(visit -> visit.until() > end && visit.arrival().at() < at);
    }

    @Override
    public void close() {
      bench.close();
    }
  }
}
