package io.parkbench.plant.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Faults.Guard;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.charger.ChargePointModel;
import io.parkbench.plant.fault.Topology.Segment;
import io.parkbench.plant.fault.Topology.Shape;
import io.parkbench.plant.grid.BreachBound;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.world.Conditions;
import io.parkbench.plant.world.Plant;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R-PLANT-3, R-PLANT-6: each fault does what it says, and heals when its guard is closed. */
class TroublesTest {
  private static final PlantModel SITE = new PlantModel(
      "site", 230, List.of(PlantModel.Zone.of("z", null, 100)),
      Stream.of("A", "B", "C")
          .map(id -> new PlantModel.Station(id, "z", List.of(new PlantModel.Connector(1, Wiring.TRI123, 32))))
          .toList());

  private static final Topology CHAIN = new Topology(List.of(new Segment("row", Shape.CHAIN, null, List.of("A", "B", "C"))));

  private final VirtualTime time = new VirtualTime(1_770_000_000L * Micros.SECOND, "");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines recording = new JsonLines(bytes);
  private final VirtualNet net = new VirtualNet(time, new Seed(1), recording, new MemoryCarrier(), Latency.LOCAL);
  private final Office office = new Office(time);
  private Plant plant = plant(new Conditions(Map.of(), Map.of(), CHAIN, List.of()));

  private Plant plant(Conditions conditions) {
    ChargePointModel make = ChargePointModel.generic("make", 230, new ChargePointModel.Socket(32, 3, false));
    return new Plant(
        SITE, Map.of("A", make, "B", make, "C", make), time, net, new Seed(1), recording, ArrivalPlan.nobody(),
        BreachBound.staticSite(Duration.ofSeconds(30), Duration.ofSeconds(1)), conditions);
  }

  @BeforeEach
  void start() {
    net.listen(office);
    plant.start();
    seconds(5);
  }

  private void seconds(long seconds) {
    time.runFor(Duration.ofSeconds(seconds));
  }

  private ChargePoint a() {
    return plant.station("A");
  }

  private Guard begin(String word, String on, Map<String, ?> options) {
    return plant.troubles().begin(TroubleReader.read(word, on, options));
  }

  private Car charge() {
    Car car = new Car(CarModel.named("sedan-22kw"), 0, 50_000);
    plant.plugIn(SITE.bays().getFirst(), car, "CARD", null);
    seconds(5);
    assertEquals(32, a().amps(1));
    return car;
  }

  private String recorded() {
    recording.hash();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aRebootEndsWhatRanAndBootsAnew() {
    charge();
    begin("reboot", "A", Map.of()).close();
    assertEquals(0, a().amps(1));
    seconds(60);
    assertEquals(2, office.count("A BootNotification"));
    assertEquals(1, office.count("A StopTransaction"));
  }

  @Test
  void aFrozenStationNeitherHearsNorSpeaksWhileItsCarGoesOn() {
    charge();
    office.heard.clear();
    Guard freeze = begin("freeze", "A", Map.of());
    seconds(60);
    assertEquals(0, office.count("A Heartbeat"));
    assertTrue(office.count("B Heartbeat") >= 5);
    assertEquals(32, a().amps(1));
    plant.unplug(SITE.bays().getFirst());
    assertEquals(0, plant.grid().amps(0, 1));
    seconds(1);
    assertEquals(0, office.count("A StopTransaction"));
    freeze.close();
    freeze.close();
    seconds(5);
    assertEquals(1, office.count("A StopTransaction"));
    assertTrue(office.count("A Heartbeat") >= 1);
    assertTrue(a().isOnline());
  }

  @Test
  void aFrozenStationThatLosesPowerComesBackSound() {
    charge();
    Guard freeze = begin("freeze", "A", Map.of());
    seconds(5);
    Guard dark = begin("dark", "A", Map.of());
    assertEquals(0, plant.grid().amps(0, 1));
    dark.close();
    freeze.close();
    seconds(10);
    assertTrue(a().isOnline());
    assertEquals(2, office.count("A BootNotification"));
  }

  @Test
  void aDarkStationGivesNothingUntilItHasMainsAgain() {
    charge();
    Guard dark = begin("dark", "A", Map.of());
    seconds(60);
    assertFalse(a().isPowered());
    assertEquals(0, plant.grid().amps(0, 1));
    dark.close();
    seconds(10);
    assertTrue(a().isOnline());
  }

  @Test
  void aWrongWiringMovesTheCurrentAtOnceAndBack() {
    Car onePhase = new Car(CarModel.named("city-7kw"), 0, 20_000);
    plant.plugIn(SITE.bays().getFirst(), onePhase, "CARD", null);
    seconds(5);
    assertEquals(32, plant.grid().amps(0, 1));
    Guard wrong = begin("wrong-wiring", "A/1", Map.of("wiring", "TRI231"));
    assertEquals(List.of(0.0, 32.0), List.of(plant.grid().amps(0, 1), plant.grid().amps(0, 2)));
    seconds(10);
    wrong.close();
    assertEquals(List.of(32.0, 0.0), List.of(plant.grid().amps(0, 1), plant.grid().amps(0, 2)));
  }

  @Test
  void aBrokenCableTakesDownAllBehindItAtOnceAndTheyComeBackTogether() {
    Guard broken = begin("broken", "row/2", Map.of());
    assertEquals("[B, C]", plant.troubles().network().cutOff().toString());
    seconds(20);
    office.heard.clear();
    seconds(120);
    assertTrue(office.count("A Heartbeat") > 5);
    assertFalse(office.heard.stream().anyMatch(line -> !line.startsWith("A")));
    broken.close();
    seconds(300);
    assertTrue(plant.station("B").isOnline() && plant.station("C").isOnline());
    assertTrue(recorded().contains("\"e\":\"on\",\"what\":\"broken\",\"on\":\"row/2\""));
  }

  @Test
  void twoBreaksHealOnlyTogether() {
    Guard first = begin("broken", "row/2", Map.of());
    Guard second = begin("broken", "row:C", Map.of());
    first.close();
    first.close();
    assertEquals("[C]", plant.troubles().network().cutOff().toString());
    second.close();
    assertEquals("[]", plant.troubles().network().cutOff().toString());
  }

  @Test
  void aClockJumpsUntilTheCentralSystemSetsIt() {
    try (Guard jump = begin("clock-jump", "A", Map.of("by", "1h"))) {
      assertEquals(3_600, aheadWhenPlugged());
      seconds(15);
      assertEquals(0, aheadWhenPlugged());
    }
    assertEquals(0, aheadWhenPlugged());
  }

  @Test
  void aClockJumpHealsByJumpingBackWhereNobodyHasSetIt() {
    Guard jump = begin("clock-jump", "A", Map.of("by", "-10 min"));
    assertEquals(-600, aheadWhenPlugged());
    jump.close();
    assertEquals(0, aheadWhenPlugged());
  }

  /** A plug goes in or out, and the station tells its status with a timestamp. */
  private long aheadWhenPlugged() {
    if (plant.car(0) == null) {
      plant.plugIn(SITE.bays().getFirst(), new Car(CarModel.named("city-7kw"), 0, 1_000), null, null);
    } else {
      plant.unplug(SITE.bays().getFirst());
    }
    time.runFor(Duration.ofMillis(200));
    return office.ahead;
  }

  @Test
  void aLinkFaultBearsOnItsStationAndIsRecordedByItsName() {
    try (Guard drop = begin("drop", "A", Map.of("probability", 1, "direction", "up"))) {
      office.heard.clear();
      seconds(25);
      assertEquals(0, office.count("A Heartbeat"));
      assertTrue(office.count("B Heartbeat") > 0);
    }
    assertTrue(recorded().contains("\"what\":\"Drop[probability=1.0]\",\"on\":\"A\""));
  }

  @Test
  void reorderedLinksOvertakeEachOther() {
    try (Guard reorder = begin("reorder", "*", Map.of())) {
      office.heard.clear();
      seconds(60);
    }
    List<String> stations = office.heard.stream().map(line -> line.substring(0, 1)).toList();
    boolean overtaken = false;
    for (int i = 3; i + 3 <= stations.size(); i += 3) {
      overtaken |= !stations.subList(i, i + 3).equals(stations.subList(0, 3));
    }
    assertTrue(overtaken, stations.toString());
  }

  @Test
  void aQuirkIsATroubleTooAndHeals() {
    charge();
    try (Guard odd = begin("floor-14A-three-phase", "A/1", Map.of()); Guard late = begin("late-reply", "A", Map.of())) {
      assertEquals(List.of(Quirk.LATE_REPLY), a().quirks());
    }
    assertEquals(List.of(), a().quirks());
  }

  @Test
  void plannedOnesComeAndGoByThemselves() {
    plant = plant(new Conditions(
        Map.of("B", List.of(Quirk.LATE_REPLY)), Map.of("*", List.of(Quirk.FLOOR_8A)), CHAIN,
        List.of(new Conditions.Planned(Duration.ofMinutes(1), Duration.ofMinutes(2), new Trouble.Broken("row")))));
    assertEquals(List.of(Quirk.LATE_REPLY), plant.station("B").quirks());
    seconds(59);
    assertEquals("[]", plant.troubles().network().cutOff().toString());
    seconds(2);
    assertEquals("[A, B, C]", plant.troubles().network().cutOff().toString());
    seconds(120);
    assertEquals("[]", plant.troubles().network().cutOff().toString());
    Car car = new Car(CarModel.named("sedan-22kw"), 0, 10_000);
    plant.plugIn(SITE.bays().getFirst(), car, null, null);
    assertEquals(List.of(Quirk.FLOOR_8A), car.quirks());
  }

  @Test
  void whatDoesNotExistIsRefusedAtOnce() {
    for (Trouble trouble : List.of(
        new Trouble.Reboot("X"), new Trouble.Broken("row/9"), new Trouble.WrongWiring("A", 1, Wiring.MONO1),
        new Trouble.WrongWiring("A", 2, Wiring.TRI231), new Trouble.Odd("X", 0, Quirk.LATE_REPLY))) {
      assertThrows(IllegalArgumentException.class, () -> plant.troubles().schedule(time.now(), null, trouble));
      assertThrows(IllegalArgumentException.class, () -> plant.troubles().begin(trouble));
    }
  }

  @Test
  void everyNameIsRead() {
    for (String word : TroubleReader.words().keySet()) {
      String on = word.equals("broken") ? "row/1" : "A";
      TroubleReader.read(word, on, Map.of("min", "1s", "max", "2 min", "by", "-1h 30min", "wiring", "TRI231")).check(SITE, CHAIN);
    }
    assertEquals(
        new Trouble.ClockJump("A", Duration.ofMinutes(-90)), TroubleReader.read("clock-jump", "A", Map.of("by", "-PT90M")));
    assertThrows(IllegalArgumentException.class, () -> TroubleReader.read("drip", "A", Map.of()));
    assertThrows(IllegalArgumentException.class, () -> TroubleReader.read("drop", "A", Map.of("probability", 2)));
    assertThrows(IllegalArgumentException.class, () -> TroubleReader.read("clock-jump", "A", Map.of("by", "soon")));
    assertThrows(IllegalArgumentException.class, () -> TroubleReader.read("clock-jump", "A", Map.of()));
  }
}
