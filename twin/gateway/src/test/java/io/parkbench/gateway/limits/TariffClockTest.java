package io.parkbench.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.parkbench.gateway.site.Tariff;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which tariff period is in force when (R-TOU-1, 2, 4). */
class TariffClockTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<DayOfWeek> EVERY_DAY = List.of(DayOfWeek.values());
  private static final List<DayOfWeek> WORKDAYS = EVERY_DAY.subList(0, 5);

  private static Tariff tariff(String name, int percent, List<DayOfWeek> days, String... slots) {
    return new Tariff(name, true, percent, days, List.of(slots).stream().map(TariffClockTest::slot).toList(), List.of());
  }

  private static Tariff.Slot slot(String text) {
    return new Tariff.Slot(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6)));
  }

  private static long at(String local) {
    return Micros.of(LocalDateTime.parse(local).atZone(PARIS).toInstant());
  }

  private static long utc(String instant) {
    return Micros.of(Instant.parse(instant));
  }

  private static List<String> names(TariffClock clock, long now) {
    return clock.at(now).stream().map(Tariff::name).toList();
  }

  @Test
  void aSlotHoldsFromItsStartUpToItsEnd() {
    TariffClock clock = new TariffClock(List.of(tariff("peak", 90, WORKDAYS, "08:00-12:00", "14:00-19:30")), PARIS);
    assertEquals(List.of(), names(clock, at("2026-01-05T07:59:59.999")));
    assertEquals(List.of("peak"), names(clock, at("2026-01-05T08:00")));
    assertEquals(List.of("peak"), names(clock, at("2026-01-05T11:59:59")));
    assertEquals(List.of(), names(clock, at("2026-01-05T12:00")));
    assertEquals(List.of(), names(clock, at("2026-01-10T09:00")), "Saturday");
    assertEquals(at("2026-01-05T14:00"), clock.next(at("2026-01-05T12:00")));
    assertEquals(at("2026-01-12T08:00"), clock.next(at("2026-01-09T19:30")), "over the weekend");
  }

  /** What is looked up once and kept is what would be looked up each time, also over both changes of the clocks. */
  @Test
  void whatIsKeptIsWhatIsSo() {
    List<Tariff> tariffs = List.of(
        tariff("night", 50, EVERY_DAY, "22:00-06:00"), tariff("early", 70, WORKDAYS, "02:15-02:45", "05:00-08:00"),
        tariff("whole", 90, EVERY_DAY.subList(6, 7), "00:00-00:00"));
    for (String begin : List.of("2026-03-20T11:00", "2026-10-15T11:00")) {
      TariffClock clock = new TariffClock(tariffs, PARIS);
      for (long now = at(begin); now < at(begin) + 40 * 24 * Micros.HOUR; now += 7 * Micros.MINUTE) {
        List<Tariff> fresh = new TariffClock(tariffs, PARIS).at(now);
        assertEquals(fresh, clock.at(now));
        if (clock.next(now) - now <= 7 * Micros.MINUTE) {
          long edge = clock.next(now);
          assertEquals(new TariffClock(tariffs, PARIS).at(edge), clock.at(edge));
          assertEquals(fresh, clock.at(edge - 1));
        }
      }
    }
  }

  @Test
  void aSlotPastMidnightBelongsToTheDayOnWhichItStarts() {
    TariffClock clock = new TariffClock(List.of(tariff("night", 20, List.of(DayOfWeek.FRIDAY), "22:00-06:00")), PARIS);
    assertEquals(List.of("night"), names(clock, at("2026-01-09T23:00")));
    assertEquals(List.of("night"), names(clock, at("2026-01-10T05:59")));
    assertEquals(List.of(), names(clock, at("2026-01-09T05:00")), "Friday morning is Thursday's night");
    assertEquals(at("2026-01-10T06:00"), clock.next(at("2026-01-09T22:00")));
  }

  @Test
  void fromMidnightToMidnightIsTheWholeDay() {
    TariffClock clock = new TariffClock(List.of(tariff("sunday", 0, List.of(DayOfWeek.SUNDAY), "00:00-00:00")), PARIS);
    assertEquals(List.of(), names(clock, at("2026-01-10T23:59")));
    assertEquals(List.of("sunday"), names(clock, at("2026-01-11T00:00")));
    assertEquals(List.of("sunday"), names(clock, at("2026-01-11T23:59")));
    assertEquals(at("2026-01-12T00:00"), clock.next(at("2026-01-11T00:00")));
  }

  @Test
  void ofPeriodsThatOverlapTheLowestCountsAndSlotsThatMeetAreOne() {
    TariffClock clock = new TariffClock(
        List.of(tariff("day", 80, EVERY_DAY, "06:00-12:00", "12:00-22:00"), tariff("noon", 30, EVERY_DAY, "11:00-13:00")), PARIS);
    assertEquals("noon", Objects.requireNonNull(clock.lowest(at("2026-01-05T12:00"))).name());
    assertEquals("day", Objects.requireNonNull(clock.lowest(at("2026-01-05T13:00"))).name());
    assertNull(clock.lowest(at("2026-01-05T22:00")));
    assertEquals(at("2026-01-05T22:00"), clock.next(at("2026-01-05T13:00")));
  }

  @Test
  void aPeriodThatIsSwitchedOffOrNeverEndsChangesNothing() {
    Tariff off = new Tariff("off", false, 0, EVERY_DAY, List.of(slot("00:00-00:00")), List.of());
    assertEquals(TariffClock.NEVER, new TariffClock(List.of(off), PARIS).next(at("2026-01-05T00:00")));
    Tariff always = tariff("always", 50, EVERY_DAY, "00:00-00:00");
    assertEquals(TariffClock.NEVER, new TariffClock(List.of(always), PARIS).next(at("2026-03-28T00:00")));
  }

  /** On 2026-03-29 it is 03:00 right after 01:59. */
  @Test
  void inSpringASlotMayBeAbsent() {
    Tariff lost = tariff("lost", 10, EVERY_DAY, "02:00-03:00");
    TariffClock clock = new TariffClock(List.of(lost), PARIS);
    assertEquals(at("2026-03-30T02:00"), clock.next(at("2026-03-28T03:00")));
    long change = utc("2026-03-29T01:00:00Z");
    assertEquals(change, clock.nextClockChange(at("2026-03-28T03:00")));
    assertEquals(List.of(new TariffClock.OddSlot(lost, slot("02:00-03:00"), TariffClock.Oddity.ABSENT, change)),
        clock.oddSlots(change));
    assertEquals(List.of(), clock.oddSlots(change + 1));
  }

  @Test
  void inSpringASlotMayBeginOrEndWithTheChange() {
    TariffClock clock = new TariffClock(
        List.of(tariff("early", 10, EVERY_DAY, "01:00-02:30"), tariff("late", 20, EVERY_DAY, "02:30-04:00")),
        PARIS);
    assertEquals(List.of("early"), names(clock, utc("2026-03-29T00:59:59Z")));
    assertEquals(List.of("late"), names(clock, utc("2026-03-29T01:00:00Z")));
    assertEquals(utc("2026-03-29T01:00:00Z"), clock.next(utc("2026-03-29T00:00:00Z")));
  }

  /** On 2026-10-25 it is 02:00 twice. */
  @Test
  void inAutumnASlotMayComeTwice() {
    Tariff twice = tariff("twice", 10, EVERY_DAY, "02:15-02:45");
    TariffClock clock = new TariffClock(List.of(twice), PARIS);
    long first = utc("2026-10-25T00:15:00Z");
    assertEquals(first, clock.next(utc("2026-10-25T00:00:00Z")));
    assertEquals(utc("2026-10-25T00:45:00Z"), clock.next(first));
    assertEquals(utc("2026-10-25T01:15:00Z"), clock.next(utc("2026-10-25T00:45:00Z")));
    assertEquals(utc("2026-10-25T01:45:00Z"), clock.next(utc("2026-10-25T01:15:00Z")));
    long change = utc("2026-10-25T01:00:00Z");
    assertEquals(TariffClock.Oddity.TWICE, clock.oddSlots(change).getFirst().oddity());
  }

  @Test
  void aNightThatLastsThroughTheChangeIsNothingOdd() {
    TariffClock clock = new TariffClock(List.of(tariff("night", 10, EVERY_DAY, "22:00-06:00")), PARIS);
    assertEquals(List.of(), clock.oddSlots(utc("2026-10-25T01:00:00Z")));
    assertEquals(List.of(), clock.oddSlots(utc("2026-03-29T01:00:00Z")));
  }

  private static int below(Chance chance, int bound) {
    return (int) Math.floorMod(chance.nextLong(), (long) bound);
  }

  /** Whatever the periods, a walk along {@link TariffClock#next} sees all that a look at every minute of two changes of the clocks sees. */
  @Test
  void nothingChangesBetweenTwoEdges() {
    Chance chance = new Seed(5).fork("tariffs");
    for (int round = 0; round < 30; round++) {
      List<Tariff> tariffs = new ArrayList<>();
      for (int i = 0; i <= round % 5; i++) {
        DayOfWeek from = DayOfWeek.of(1 + below(chance, 7));
        tariffs.add(new Tariff(
            "t" + i, true, below(chance, 101), List.of(from, from.plus(1 + below(chance, 6))),
            List.of(new Tariff.Slot(LocalTime.of(below(chance, 24), 15 * below(chance, 4)),
                LocalTime.of(below(chance, 24), 15 * below(chance, 4)))),
            List.of()));
      }
      TariffClock clock = new TariffClock(tariffs, PARIS);
      for (String day : List.of("2026-03-26T00:00", "2026-10-22T00:00")) {
        long start = at(day);
        long end = start + Micros.of(Duration.ofDays(7));
        long edge = clock.next(start);
        for (long now = start; now < end; now += Micros.MINUTE) {
          if (now >= edge) {
            assertEquals(now, edge, "edges lie on whole minutes");
            edge = clock.next(now);
          }
          List<Tariff> present = clock.at(now);
          assertEquals(present, clock.at(Math.min(edge - 1, now + Micros.MINUTE - 1)), tariffs + " at " + Micros.toInstant(now));
        }
      }
    }
  }
}
