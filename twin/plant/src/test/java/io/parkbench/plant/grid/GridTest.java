package io.parkbench.plant.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.PlantModel.Connector;
import io.parkbench.plant.PlantModel.Station;
import io.parkbench.plant.PlantModel.Zone;
import io.parkbench.plant.Wiring;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-PLANT-2: true currents through wiring and zone tree. */
class GridTest {
  private final VirtualTime time = new VirtualTime(0, "");
  private final List<String> lines = new ArrayList<>();

  static PlantModel site() {
    List<Zone> zones = List.of(
        Zone.of("main", null, 100), Zone.of("north", "main", 63), Zone.of("attic", "north", 32),
        Zone.of("shed", null, 50));
    List<Station> stations = new ArrayList<>();
    for (Wiring wiring : Wiring.values()) {
      String zone = zones.get(stations.size() % zones.size()).id();
      stations.add(new Station("st-" + wiring, zone, List.of(new Connector(1, wiring, 32))));
    }
    return new PlantModel("test", 230, zones, stations);
  }

  private Grid grid() {
    Recording lineCount = (instant, kind, fields) -> lines.add(instant + " " + kind);
    return new Grid(site(), time, lineCount);
  }

  private static int bay(Wiring wiring) {
    return site().bay("st-" + wiring, 1).orElseThrow();
  }

  @Test
  void aTwoConductorCarOnTri231LoadsSupplyPhases2And3() {
    Grid grid = grid();
    grid.draw(bay(Wiring.TRI231), 16, 2);
    int zone = site().zoneIndex("north");
    assertEquals(0, grid.amps(zone, 1));
    assertEquals(16, grid.amps(zone, 2));
    assertEquals(16, grid.amps(zone, 3));
    assertEquals(2 * 16 * 0.23, grid.kw(site().zoneIndex("main")), 1e-9);
  }

  @Test
  void aOnePhaseConnectorLoadsThePhaseItIsWiredTo() {
    Grid grid = grid();
    grid.draw(bay(Wiring.MONO3), 20, 0, 0);
    assertEquals(20, grid.drawn(bay(Wiring.MONO3), 3));
    assertEquals(0, grid.drawn(bay(Wiring.MONO3), 1));
    assertThrows(IllegalArgumentException.class, () -> grid.draw(bay(Wiring.MONO3), 20, 20, 0));
  }

  @Test
  void sumsEqualThoseAddedUpFromScratchAfterManyChanges() {
    Grid grid = grid();
    PlantModel model = site();
    List<Bay> bays = model.bays();
    double[][] drawn = new double[bays.size()][3];
    Chance chance = new Seed(7).fork("draws");
    for (int change = 0; change < 20_000; change++) {
      Bay bay = bays.get((int) chance.between(0, bays.size() - 1));
      double amps = chance.happens(0.2) ? 0 : 32 * chance.nextDouble();
      int conductors = bay.connector().phases() == 1 ? 1 : (int) chance.between(1, 3);
      grid.draw(bay.index(), amps, conductors);
      for (int conductor = 1; conductor <= bay.connector().phases(); conductor++) {
        int phase = bay.connector().wiring().supplyPhase(conductor);
        drawn[bay.index()][phase - 1] = conductor <= conductors ? amps : 0;
      }
    }
    for (int zone = 0; zone < model.zones().size(); zone++) {
      for (int phase = 1; phase <= 3; phase++) {
        double sum = 0;
        for (Bay bay : bays) {
          sum += isUnder(model, bay.station().zone(), zone) ? drawn[bay.index()][phase - 1] : 0;
        }
        assertEquals(sum, grid.amps(zone, phase), 1e-5);
      }
    }
    bays.forEach(bay -> grid.draw(bay.index(), 0, 1));
    for (int zone = 0; zone < model.zones().size(); zone++) {
      assertEquals(0.0, grid.amps(zone, 1) + grid.amps(zone, 2) + grid.amps(zone, 3));
    }
  }

  private static boolean isUnder(PlantModel model, String id, int zone) {
    int at = model.zoneIndex(id);
    while (at >= 0 && at != zone) {
      String parent = model.zones().get(at).parent();
      at = parent == null ? -1 : model.zoneIndex(parent);
    }
    return at == zone;
  }

  @Test
  void recordsEachZoneOnceAnInstantAndOnlyWhatChangedByAHundredthOfAnAmpere() {
    Grid grid = grid();
    time.at(1, () -> {
      grid.draw(bay(Wiring.TRI231), 16, 3);
      grid.draw(bay(Wiring.TRI231), 10, 3);
      grid.draw(bay(Wiring.TRI123), 10, 3);
    });
    time.at(2, () -> grid.draw(bay(Wiring.TRI231), 10.001, 3));
    time.runUntil(10);
    assertEquals(List.of("1 draw", "1 draw", "1 draw", "1 current", "1 current"), lines);
  }

  @Test
  void writesDrawsAndCurrentsInAmperesOfTheSupplyPhases() {
    List<String> text = new ArrayList<>();
    Grid grid = new Grid(site(), time, (instant, kind, fields) -> text.add(kind + " " + json(fields)));
    grid.draw(bay(Wiring.TRI231), 15.994, 2);
    time.runUntil(1);
    assertEquals(
        List.of(
            "draw {\"station\":\"st-TRI231\",\"connector\":1,\"a\":[0.0,15.99,15.99]}",
            "current {\"z\":\"main\",\"a\":[0.0,15.99,15.99]}",
            "current {\"z\":\"north\",\"a\":[0.0,15.99,15.99]}"),
        text);
  }

  @Test
  void otherLoadsAreCarriedUpTheTreeApartFromCharging() {
    Grid grid = grid();
    PlantModel model = site();
    int attic = model.zoneIndex("attic");
    int main = model.zoneIndex("main");
    grid.draw(bay(Wiring.TRI231), 16, 3);
    grid.shiftLoad(attic, 1, 25_000_000);
    grid.shiftLoad(main, 1, -60_000_000);
    assertEquals(16, grid.amps(main, 1));
    assertEquals(-35, grid.otherAmps(main, 1));
    assertEquals(-19, grid.totalAmps(main, 1));
    assertEquals(25, grid.totalAmps(attic, 1));
    assertEquals(-19 * 230, grid.watts(main, 1), 1e-9);
    assertEquals((-19 + 16 + 16) * 230, grid.watts(main), 1e-9);
    assertEquals(0, grid.otherAmps(model.zoneIndex("shed"), 1));
  }

  @Test
  void theVoltageMovesPowersNotCurrents() {
    Grid grid = grid();
    int main = site().zoneIndex("main");
    grid.draw(bay(Wiring.TRI123), 10, 1);
    grid.setVolts(207);
    assertEquals(10, grid.totalAmps(main, 1));
    assertEquals(2_070, grid.watts(main, 1), 1e-9);
    assertEquals(2.3, grid.kw(main), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> grid.setVolts(0));
  }

  @Test
  void aWatcherHearsOfAChangeBeforeItAndOnceWhenItsInstantIsOver() {
    Grid grid = grid();
    List<String> heard = new ArrayList<>();
    grid.watch(new Grid.Watcher() {
      @Override
      public void changes(long now, int zone) {
        heard.add(now + " before " + zone + ": " + grid.totalAmps(zone, 1));
      }

      @Override
      public void changed(long now, int zone) {
        heard.add(now + " after " + zone + ": " + grid.totalAmps(zone, 1));
      }
    });
    int main = site().zoneIndex("main");
    time.at(1, () -> grid.shiftLoad(main, 1, 5_000_000));
    time.at(2, () -> {
      grid.draw(bay(Wiring.TRI123), 10, 1);
      grid.shiftLoad(main, 1, 1_000_000);
    });
    time.at(3, () -> grid.shiftLoad(main, 1, 0));
    time.runUntil(10);
    assertEquals(List.of("1 before 0: 0.0", "1 after 0: 5.0", "2 before 0: 5.0", "2 after 0: 16.0"), heard);
  }

  @Test
  void unbalanceIsTheSpreadOfThePhasesAndTheirNegativeSequence() {
    Grid grid = grid();
    int main = site().zoneIndex("main");
    assertEquals(0, grid.unbalancePercent(main));
    for (int phase = 1; phase <= 3; phase++) {
      grid.shiftLoad(main, phase, 20_000_000);
    }
    assertEquals(0, grid.unbalanceAmps(main));
    assertEquals(0, grid.unbalancePercent(main));
    grid.shiftLoad(main, 3, -15_000_000);
    assertEquals(15, grid.unbalanceAmps(main));
    assertEquals(100.0 * 15 / 45, grid.unbalancePercent(main), 1e-9);
    grid.shiftLoad(main, 3, -5_000_000);
    grid.shiftLoad(main, 2, -20_000_000);
    assertEquals(100, grid.unbalancePercent(main), 1e-9);
  }

  private static String json(Recording.Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
