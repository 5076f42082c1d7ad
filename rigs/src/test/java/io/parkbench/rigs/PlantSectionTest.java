package io.parkbench.rigs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.quirk.Quirk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a site file says to the simulated site: quirks, network and faults (R-CHG-2, R-PLANT-3, R-PLANT-6). */
class PlantSectionTest {
  private static final String SHEDDING = ReadySites.text("shedding-example");

  private static List<String> stations() throws SiteException {
    return SiteFile.parse("s.yaml", SHEDDING).stations().stream().map(station -> station.id()).toList();
  }

  private static String withPlant(String plant) {
    return SHEDDING + "\nplant:\n" + plant;
  }

  private static String problems(String yaml) {
    return String.valueOf(assertThrows(SiteException.class, () -> ReadySites.checked("s.yaml", yaml)).getMessage());
  }

  @Test
  void quirksNetworkAndFaultsReachTheDevices() throws SiteException {
    List<String> ids = stations();
    String first = ids.get(0);
    String second = ids.get(1);
    String yaml = withPlant("""
          cars: {sedan-22kw: [never-wakes], "*": [slow-follower-30s]}
          network:
            - {name: hall, shape: star, stations: [FIRST]}
            - {name: row, shape: chain, behind: hall, stations: [SECOND]}
          faults:
            - {fault: broken, on: row/1, at: 1h, for: 10 min}
            - {fault: late-reply, on: FIRST, at: 30 min}
        """.replace("FIRST", first).replace("SECOND", second));
    try (Bench bench = Bench.open(BenchPlan.of(ReadySites.checked("s.yaml", yaml)))) {
      bench.time().runFor(Duration.ofMinutes(61));
      assertEquals("[" + second + "]", bench.plant().troubles().network().cutOff().toString());
      assertEquals(List.of(Quirk.LATE_REPLY), bench.plant().station(first).quirks());
      Car car = new Car(CarModel.named("sedan-22kw"), 0, 1_000);
      bench.plant().plugIn(bench.plant().model().bays().getFirst(), car, null, null);
      assertEquals(List.of(Quirk.NEVER_WAKES, Quirk.SLOW_FOLLOWER_30S), car.quirks());
      bench.time().runFor(Duration.ofMinutes(10));
      assertEquals("[]", bench.plant().troubles().network().cutOff().toString());
    }
  }

  @Test
  void aStationHasItsQuirksFromTheBeginning() throws SiteException {
    List<String> lines = new ArrayList<>(SHEDDING.lines().toList());
    int station = lines.indexOf(lines.stream().filter(line -> line.contains("id: " + idOfFirst())).findFirst().orElseThrow());
    lines.set(station, lines.get(station).replaceFirst("\\{", "{plant: {quirks: [stack-zero-only, late-reply]}, "));
    try (Bench bench = Bench.open(BenchPlan.of(ReadySites.checked("s.yaml", String.join("\n", lines))))) {
      assertEquals(List.of(Quirk.STACK_ZERO_ONLY, Quirk.LATE_REPLY), bench.plant().station(idOfFirst()).quirks());
    }
  }

  private static String idOfFirst() {
    try {
      return stations().getFirst();
    } catch (SiteException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void mistakesAreToldAllAtOnceWithPathAndLine() {
    String yaml = withPlant("""
          cars: {sedan-22kw: [never-wake], batmobile: [floor-8A], city-7kw: [late-reply]}
          network:
            - {name: hall, shape: blob, stations: [NOBODY]}
          faults:
            - {fault: explode, on: "*"}
            - {fault: freeze, on: GHOST, at: soon}
          colour: red
        """);
    String told = problems(yaml);
    int line = (int) yaml.substring(0, yaml.indexOf("never-wake")).lines().count();
    assertTrue(told.contains("s.yaml:" + line + ":1: plant.cars.sedan-22kw[0]: no quirk is called 'never-wake'; did you mean"
        + " never-wakes?"), told);
    assertTrue(told.contains("plant.cars.batmobile: no car is called 'batmobile'"), told);
    assertTrue(told.contains("plant.cars.city-7kw[0]: 'late-reply' is no quirk of cars"), told);
    assertTrue(told.contains("plant.network[0].stations: no station is called 'NOBODY'"), told);
    assertTrue(told.contains("shape is star, chain or ring, not 'blob'"), told);
    assertTrue(told.contains("plant.faults[0]: no fault is called 'explode'"), told);
    assertTrue(told.contains("plant.faults[1]: there is no station 'GHOST'"), told);
    assertTrue(told.contains("plant.colour: no such key; there are cars, network, faults, loads, voltage"), told);
  }

  @Test
  void otherLoadsAndTheVoltageReachTheGrid() throws SiteException {
    String zone = SiteFile.parse("s.yaml", SHEDDING).zones().getFirst().id();
    String yaml = withPlant("""
          loads:
            - {zone: ZONE, name: servers, type: constant, a: [12, 10.5, 14]}
            - {zone: ZONE, name: heater, type: step, kw: 0, to_kw: 6.9, at: 10 min}
            - {zone: ZONE, name: offices, type: profile, day: {"00:30": 5, "19:00": [1, 2, 3]}}
            - {zone: ZONE, name: lift, type: motor, a: 100, runs: 25s, every: 3h, spread: 0}
            - {zone: ZONE, name: sockets, type: noise, deviation_a: 0, every: 30s}
            - {zone: ZONE, name: roof, type: production, peak_kw: 30}
            - {zone: ZONE, name: barn, type: production, day: {"00:00": 2}}
          voltage: {"00:00": 236, "01:00": 224}
        """.replace("ZONE", zone));
    try (Bench bench = Bench.open(BenchPlan.of(ReadySites.checked("s.yaml", yaml)))) {
      bench.time().runFor(Duration.ofMinutes(5));
      assertEquals(12 + 1 - 2, bench.plant().grid().otherAmps(0, 1));
      assertEquals(236, bench.plant().grid().volts());
      bench.time().runFor(Duration.ofMinutes(56));
      assertEquals(10.5 + 10 + 5 - 2, bench.plant().grid().otherAmps(0, 2));
      assertEquals(224, bench.plant().grid().volts());
      bench.time().runFor(Duration.ofMinutes(119));
      assertTrue(bench.plant().grid().otherAmps(0, 2) > 100);
    }
  }

  @Test
  void mistakesInLoadsAreTold() {
    String told = problems(withPlant("""
          loads:
            - {zone: nowhere, name: a1, type: constant, a: 1}
            - {name: a2, type: windmill}
            - {name: a3, type: constant}
            - {name: a4, type: constant, a: [1, 2]}
            - {name: a5, type: step, to: 5, att: 10s}
            - {name: a6, type: profile, file: nothing.csv}
            - {name: a7, type: profile, day: {"6": 5}}
            - {name: a8, type: motor, a: 5, inrush: 0.5, runs: 10s, every: 1h}
            - {name: a9, type: noise, a: many, deviation_a: 1, every: 1s}
          voltage: high
        """));
    assertTrue(told.contains("plant.loads[0].zone: no zone is called 'nowhere'"), told);
    assertTrue(told.contains(
        "plant.loads[1]: type is constant, step, profile, motor, noise or production, not 'windmill'"), told);
    assertTrue(told.contains("plant.loads[1].zone: is missing"), told);
    assertTrue(told.contains("plant.loads[2]: needs either a in A or kw"), told);
    assertTrue(told.contains("plant.loads[3]: a has 2 values; give one for every phase, or three like [10, 12, 9]"), told);
    assertTrue(told.contains("plant.loads[4]: no such key: att; there are zone, name, type, a, kw, to, to_kw, at"), told);
    assertTrue(told.contains("nothing.csv cannot be read (NoSuchFileException); is it there, and UTF-8?"), told);
    assertTrue(told.contains("plant.loads[6]: '6' is no time of day; write it like \"06:30\""), told);
    assertTrue(told.contains("plant.loads[7]: inrush is 1 to 100 times the running current, not 0.5"), told);
    assertTrue(told.contains("plant.loads[8]: a is a number, not 'many'"), told);
    assertTrue(told.contains("plant.voltage: voltage is a number, not 'high'"), told);
  }

  @Test
  void aBenchWillNotOpenOnAMistake() throws SiteException {
    var site = SiteFile.parse("s.yaml", withPlant("  cars: {sedan-22kw: [never-wake]}\n"));
    String told = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Bench.open(BenchPlan.of(site))).getMessage());
    assertTrue(told.contains("plant.cars.sedan-22kw[0]"), told);
  }

  private static final String INPUTS = SHEDDING.replace("licence: ESS", "licence: EDS") + """

      inputs:
        - {number: 1, name: Grid, max_percent: 60}
        - {number: 2, name: Peak, max_percent: 40, source: {modbus: {host: 192.168.9.50, address: 3}}}
        - {number: 3, name: Real, max_percent: 20}
      plant:
      """;

  @Test
  void contactsAreMadeAndMovedAsTheSiteSays() throws SiteException {
    String yaml = INPUTS + """
          contacts:
            - {input: 1, bounce: 20ms, closes: [{at: 1 min, for: 10s}]}
            - {input: 2, inverted: true, stuck: true}
            - {input: 3, driven: false}
        """;
    try (Bench bench = Bench.open(BenchPlan.of(ReadySites.checked("s.yaml", yaml)))) {
      bench.time().runFor(Duration.ofSeconds(59));
      assertEquals("[1, 2]", bench.plant().contacts().inputs().toString());
      assertEquals(List.of("Peak"), active(bench));
      bench.time().runFor(Duration.ofSeconds(2));
      assertEquals(List.of("Grid", "Peak"), active(bench));
      assertEquals("lost", bench.gateway().view().input(3).sourceState().word(), "nobody drives it, and this net has no other");
      bench.time().runFor(Duration.ofSeconds(11));
      assertEquals(List.of("Peak"), active(bench));
    }
  }

  private static List<String> active(Bench bench) {
    return bench.gateway().view().inputs().stream().filter(input -> input.active()).map(input -> input.name()).toList();
  }

  @Test
  void mistakesAboutContactsAreTold() {
    String told = problems(INPUTS + """
          contacts:
            - {input: 4}
            - {input: 1, bounces: 5ms}
            - {input: 1}
            - {input: 2, closes: [{at: "25:00", for: 1h}]}
            - {input: 3, closes: [{at: "08:00", for: 25h}], stuck: maybe}
        """);
    assertTrue(told.contains("plant.contacts[0].input: the site has no such input; there are [1, 2, 3]"), told);
    assertTrue(told.contains("plant.contacts[1].bounces: no such key; there are input, driven, bounce"), told);
    assertTrue(told.contains("plant.contacts[2].input: input 1 has a contact already"), told);
    assertTrue(told.contains("plant.contacts[3]: '25:00' is no duration"), told);
    assertTrue(told.contains("plant.contacts[4]: stuck is true or false, not 'maybe'"), told);
  }
}
