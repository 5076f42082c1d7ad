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
    assertTrue(told.contains("plant.colour: no such key; there are cars, network, faults"), told);
  }

  @Test
  void aBenchWillNotOpenOnAMistake() throws SiteException {
    var site = SiteFile.parse("s.yaml", withPlant("  cars: {sedan-22kw: [never-wake]}\n"));
    String told = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Bench.open(BenchPlan.of(site))).getMessage());
    assertTrue(told.contains("plant.cars.sedan-22kw[0]"), told);
  }
}
