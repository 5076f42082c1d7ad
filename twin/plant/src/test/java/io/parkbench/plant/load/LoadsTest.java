package io.parkbench.plant.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Zone;
import io.parkbench.plant.grid.Grid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R-PLANT-1: constant, step, profile, motor start, noise and production per phase, at any zone. */
class LoadsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final PlantModel model = new PlantModel(
      "test", 230, List.of(Zone.of("main", null, 400), Zone.of("hall", "main", 100), Zone.of("yard", "main", 100)), List.of());
  private final List<String> lines = new ArrayList<>();
  private VirtualTime time = new VirtualTime(0, "");
  private Grid grid = grid();
  private Loads loads = new Loads(grid, time, new Seed(1));

  private Grid grid() {
    return new Grid(model, time, (instant, kind, fields) -> lines.add(instant / Micros.SECOND + " " + kind));
  }

  private void from(String instant) {
    time = new VirtualTime(Micros.of(Instant.parse(instant)), "");
    grid = grid();
    loads = new Loads(grid, time, new Seed(1));
  }

  private double main() {
    return grid.totalAmps(0, 1);
  }

  private double after(long seconds) {
    time.runFor(Duration.ofSeconds(seconds));
    return main();
  }

  @Test
  void aConstantLoadIsCarriedUpAndRecordedOnce() {
    loads.add(new Loads.Plan("hall", "servers", Steps.constant(new LoadAmps(10, 8.005, -3))));
    time.runFor(Duration.ofDays(30));
    assertEquals(10, grid.totalAmps(1, 1));
    assertEquals(8.005, grid.totalAmps(0, 2));
    assertEquals(-3, grid.totalAmps(0, 3));
    assertEquals(0, grid.totalAmps(2, 1));
    assertEquals(List.of("0 load", "0 load"), lines);
    assertTrue(time.events() < 3, "nothing ticks");
  }

  @Test
  void aStepComesWhenItIsPlanned() {
    loads.add(new Loads.Plan("main", "heater", Steps.step(LoadAmps.all(5), Duration.ofMinutes(10), LoadAmps.all(25))));
    assertEquals(5, after(599));
    assertEquals(25, after(1));
  }

  @Test
  void aLoadIsSetAddedAndTakenAwayWhileTheSiteLives() {
    loads.set("hall", "oven", LoadAmps.all(16));
    loads.set("hall", "oven", LoadAmps.all(20));
    loads.set("main", "oven", LoadAmps.all(1));
    assertEquals(21, main());
    assertEquals(List.of("oven"), loads.names("hall"));
    assertEquals(LoadAmps.all(20), loads.amps("hall", "oven"));
    loads.remove("hall", "oven");
    loads.remove("hall", "oven");
    assertEquals(1, main());
    assertThrows(IllegalArgumentException.class, () -> loads.set("attic", "oven", LoadAmps.ZERO));
    assertThrows(IllegalArgumentException.class, () -> loads.amps("hall", "oven"));
    assertThrows(IllegalArgumentException.class,
        () -> loads.add(new Loads.Plan("main", "oven", Steps.constant(LoadAmps.ZERO))));
  }

  @Test
  void aLoadThatIsTakenAwayDoesNotComeBack() {
    loads.add(new Loads.Plan("main", "noise", new Noise(LoadAmps.all(10), 2, Duration.ofSeconds(1))));
    after(10);
    loads.remove("main", "noise");
    assertEquals(0, after(10));
  }

  @Test
  void aProfileHoldsFromEachTimeOnAndBeforeTheFirstThatOfTheDayBefore() {
    from("2026-01-05T00:00:00Z");
    loads.add(new Loads.Plan("main", "offices", new DayProfile(Daily.local(
        Map.of(LocalTime.of(7, 0), LoadAmps.all(40), LocalTime.of(19, 30), LoadAmps.all(12)), PARIS))));
    assertEquals(12, after(0));
    assertEquals(12, after(6 * 3600 - 1));
    assertEquals(40, after(1));
    assertEquals(12, after(12 * 3600 + 1800));
    assertEquals(40, after(11 * 3600 + 1800));
    time.runFor(Duration.ofDays(10));
    assertTrue(time.events() < 60, "two wake-ups a day");
  }

  @Test
  void aProfileFollowsTheClocksWhenTheyAreChanged() {
    DayProfile night = new DayProfile(Daily.local(
        Map.of(LocalTime.of(1, 0), LoadAmps.all(1), LocalTime.of(2, 30), LoadAmps.all(2), LocalTime.of(4, 0), LoadAmps.all(4)),
        PARIS));
    from("2026-03-28T23:30:00Z"); // at 01:00Z it is 03:00
    loads.add(new Loads.Plan("main", "night", night));
    assertEquals(4, after(0));
    assertEquals(1, after(1800));
    assertEquals(1, after(3599));
    assertEquals(2, after(1));
    assertEquals(4, after(3600));
    from("2026-10-24T23:30:00Z"); // at 01:00Z it is 02:00 again
    loads.add(new Loads.Plan("main", "night", night));
    assertEquals(1, after(0));
    assertEquals(2, after(3600));
    assertEquals(1, after(1800), "02:00 again");
    assertEquals(2, after(1800));
    assertEquals(4, after(5400));
  }

  @Test
  void aProfileInSecondsBeginsWithTheRunAndRepeatsDaily() {
    from("2026-01-05T10:00:00Z");
    loads.add(new Loads.Plan("main", "test", ProfileCsv.read("t.csv", "time,a\n0,5\n60.5,9\n", ZoneOffset.UTC, 230)));
    assertEquals(5, after(60));
    assertEquals(9, after(1));
    assertEquals(5, after(86_400 - 61));
    assertEquals(9, after(61));
  }

  @Test
  void aMotorStartsWithItsInrushAndRunsAsLongAsItSays() {
    loads.add(new Loads.Plan("main", "pump", new Motor(
        LoadAmps.all(10), 6, Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMinutes(1), 0)));
    assertEquals(0, after(59));
    assertEquals(60, after(1), 1e-6);
    double before = 60;
    for (int stair = 1; stair <= Motor.STAIRS; stair++) {
      time.runFor(Duration.ofMillis(2_000 / Motor.STAIRS));
      assertEquals(before / Math.pow(6, 1.0 / Motor.STAIRS), main(), 1e-5);
      before = main();
    }
    assertEquals(10, main(), 1e-6);
    assertEquals(10, after(17), 1e-6);
    assertEquals(0, after(1));
    assertEquals(60, after(40), 1e-6);
  }

  @Test
  void motorsStartApartAndOnAverageAsOftenAsTheySay() {
    loads.add(new Loads.Plan("main", "lift", new Motor(
        LoadAmps.all(10), 6, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(1), 0.8)));
    int starts = 0;
    double before = 0;
    for (int second = 0; second < 100_000; second++) {
      double now = after(1);
      starts += before == 0 && now > 0 ? 1 : 0;
      before = now;
    }
    assertEquals(100_000 / 60.0, starts, 60);
    assertThrows(IllegalArgumentException.class, () -> new Motor(
        LoadAmps.all(10), 6, Duration.ofSeconds(1), Duration.ofSeconds(50), Duration.ofMinutes(1), 0.5));
  }

  @Test
  void noiseIsDrawnAnewForEachPhaseAndTheSameForTheSameSeed() {
    Noise noise = new Noise(LoadAmps.all(20), 2, Duration.ofSeconds(30));
    loads.add(new Loads.Plan("main", "sockets", noise));
    double sum = 0;
    double squares = 0;
    double first = 0;
    for (int i = 0; i < 5_000; i++) {
      double now = after(i == 0 ? 0 : 30);
      assertTrue(now >= 14 && now <= 26, "within three deviations");
      assertEquals(now, after(0));
      first = i == 0 ? now : first;
      sum += now;
      squares += (now - 20) * (now - 20);
    }
    assertEquals(20, sum / 5_000, 0.2);
    assertEquals(4, squares / 5_000, 0.3);
    assertTrue(grid.totalAmps(0, 1) != grid.totalAmps(0, 2));
    from("1970-01-01T00:00:00Z");
    loads.add(new Loads.Plan("main", "sockets", noise));
    assertEquals(first, main());
  }

  @Test
  void aClearSkyFeedsInByDayMoreInSummerAndNothingByNight() {
    ClearSky roof = new ClearSky(LoadAmps.all(100), 45, PARIS);
    double summer = dayOf(roof, "2026-06-20T23:00:00Z");
    double winter = dayOf(roof, "2026-12-20T23:00:00Z");
    // A flat plant under a clear sky at 45° north: about 8 kWh a day for a kW at midsummer, about 1.8 at midwinter.
    assertEquals(-8.0, summer, 0.8);
    assertEquals(-1.8, winter, 0.5);
    from("2026-06-21T11:00:00Z");
    loads.add(new Loads.Plan("main", "roof", roof));
    assertEquals(-97, main(), 3);
    assertEquals(0, after(10 * 3600));
    assertThrows(IllegalArgumentException.class, () -> new ClearSky(LoadAmps.ZERO, 80, PARIS));
  }

  /** Hours at the peak over a day. */
  private double dayOf(ClearSky roof, String midnight) {
    from(midnight);
    loads.add(new Loads.Plan("main", "roof", roof));
    assertEquals(0, main());
    double hours = 0;
    for (int minute = 0; minute < 24 * 60; minute++) {
      hours += main() / 100 / 60;
      after(60);
    }
    assertEquals(0, main());
    assertTrue(time.events() < 2 * 400, "steps by day, none by night: " + time.events());
    return hours;
  }

  @Test
  void whatHangsInTheDarkDrawsNothingAndIsWhereItWouldBeWhenItIsLiveAgain() {
    loads.add(new Loads.Plan("hall", "heater", Steps.step(LoadAmps.all(5), Duration.ofMinutes(10), LoadAmps.all(25))));
    loads.set("yard", "lamps", LoadAmps.all(3));
    loads.setDark(grid, 0, true);
    assertEquals(0, after(60));
    loads.setDark(grid, 1, true);
    loads.setDark(grid, 0, false);
    assertEquals(3, after(600));
    loads.set("hall", "oven", LoadAmps.all(16));
    assertEquals(3, main());
    loads.setDark(grid, 1, false);
    assertEquals(25 + 3 + 16, main());
  }
}
