package io.parkbench.plant.bems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.bems.Reduction.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R-PLANT-5: a microgrid controller's setpoints by the time of day, also over midnight and when clocks change. */
class ScheduleTest {
  private static final List<BemsPlan.Entry> NIGHT_AND_DAY = List.of(
      new BemsPlan.Entry(LocalTime.of(22, 0), "Z1", 60, Unit.KILOWATT),
      new BemsPlan.Entry(LocalTime.of(6, 0), "Z1", 40, Unit.AMPERE));

  private static Building building(String start, List<BemsPlan.Entry> schedule) {
    Building building = Building.at(start, Persona.MICROGRID, plan -> plan.following(schedule));
    building.gateway.zone(1, null);
    building.gateway.station(1, 1, "tri123");
    return building.started();
  }

  /** What was set: when, to the second; how much; until when. */
  private static List<String> written(Building building) {
    return building.gateway.all("PUT", "/zones/1/reduction").stream()
        .map(heard -> Micros.toInstant(heard.at()).toString().substring(5, 19)
            + " " + heard.body().get("zone_reduction").asText() + " " + heard.body().get("zone_validity").asText().substring(5))
        .toList();
  }

  private static double at(Timetable table, String instant) {
    return table.at(Micros.of(Instant.parse(instant))).value();
  }

  private static String next(Timetable table, String instant) {
    return Micros.toInstant(table.nextAfter(Micros.of(Instant.parse(instant)))).toString();
  }

  @Test
  void eachHoldsUntilTheNextAlsoOverMidnight() {
    Building building = building("2026-01-05T22:30:00Z", NIGHT_AND_DAY);
    building.run(Duration.ofHours(24));
    assertEquals(List.of(
        "01-05T22:30:00 60 01-06T05:00:00Z", "01-06T05:00:00 40 01-06T21:00:00Z", "01-06T21:00:00 60 01-07T05:00:00Z"),
        written(building));
  }

  @Test
  void theDayOfTheSkippedHourIsShorter() {
    Building building = building("2026-03-28T20:59:59Z", NIGHT_AND_DAY);
    building.run(Duration.ofHours(24));
    assertEquals(List.of(
        "03-28T20:59:59 40 03-28T21:00:00Z", "03-28T21:00:00 60 03-29T04:00:00Z", "03-29T04:00:00 40 03-29T20:00:00Z",
        "03-29T20:00:00 60 03-30T04:00:00Z"), written(building));
  }

  @Test
  void theDayOfTheDoubledHourIsLonger() {
    Building building = building("2026-10-24T20:30:00Z", NIGHT_AND_DAY);
    building.run(Duration.ofHours(24));
    assertEquals(List.of("10-24T20:30:00 60 10-25T05:00:00Z", "10-25T05:00:00 40 10-25T21:00:00Z"), written(building));
  }

  @Test
  void timesThatAreSkippedAreAtTheSkipAndDoubledOnesCountOnce() {
    Timetable table = new Timetable(List.of(
        new BemsPlan.Entry(LocalTime.of(2, 30), "Z1", 1, Unit.AMPERE),
        new BemsPlan.Entry(LocalTime.of(3, 0), "Z1", 2, Unit.AMPERE)), Building.PARIS);
    assertEquals(2, at(table, "2026-03-29T00:59:59Z"));
    assertEquals("2026-03-29T01:00:00Z", next(table, "2026-03-28T12:00:00Z"));
    assertEquals(2, at(table, "2026-03-29T01:00:00Z"), "the later one of both");
    assertEquals("2026-03-30T00:30:00Z", next(table, "2026-03-29T01:00:00Z"));
    assertEquals(1, at(table, "2026-10-25T00:30:00Z"));
    assertEquals(1, at(table, "2026-10-25T01:30:00Z"), "half past two again");
    assertEquals("2026-10-25T02:00:00Z", next(table, "2026-10-25T00:30:00Z"));
  }

  @Test
  void theTimetableNeverStandsStill() {
    Timetable table = new Timetable(NIGHT_AND_DAY, Building.PARIS);
    long now = Micros.of(Instant.parse("2026-01-01T00:00:00Z"));
    long end = Micros.of(Instant.parse("2027-01-01T00:00:00Z"));
    long turns = Stream.iterate(now, t -> t < end, table::nextAfter).count();
    assertEquals(2 * 365 + 1, turns);
  }

  @Test
  void aSetpointThatCannotBeSentIsSentWhenTheGatewayIsHeardAgain() {
    Building building = building("2026-01-05T04:00:00Z", NIGHT_AND_DAY);
    building.gateway.linkDown = true;
    building.run(Duration.ofHours(2));
    building.gateway.linkDown = false;
    building.run(Duration.ofMinutes(1));
    assertEquals("40 01-05T21:00:00Z", written(building).getLast().substring(15));
    assertEquals(2, written(building).size());
  }

  @Test
  void oneThatComesTooSoonIsSentWhenItMayBe() {
    Building building = building("2026-01-05T04:59:30Z", NIGHT_AND_DAY);
    building.run(Duration.ofSeconds(20));
    building.gateway.once.put("PUT /zones/1/reduction", FakeGateway.problem(429, "setpoint-period", "retry-after", "30"));
    building.run(Duration.ofMinutes(2));
    assertEquals(3, written(building).size());
    assertEquals("01-05T05:00:30", written(building).getLast().substring(0, 14), "with the first pull from then on");
  }

  @Test
  void aRestartOfTheGatewayIsMadeUpFor() {
    Building building = building("2026-01-05T08:00:00Z", NIGHT_AND_DAY);
    building.gateway.restart();
    building.run(Duration.ofSeconds(16));
    assertEquals(2, written(building).size());
  }
}
