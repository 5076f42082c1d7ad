package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Links;
import io.parkbench.plant.quirk.Duty;
import io.parkbench.plant.quirk.Quirk;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R-CHG-2: the catalogue as a whole, and the switch. */
class QuirkCatalogueTest {
  @Test
  void everyQuirkIsShownFromOutside() {
    EnumSet<Quirk> unseen = EnumSet.allOf(Quirk.class);
    Stream.of(new LimitQuirksTest(), new ConversationQuirksTest(), new MeterQuirksTest(), new CarQuirksTest())
        .flatMap(table -> table.rows().stream())
        .forEach(row -> unseen.remove(row.quirk()));
    assertEquals(EnumSet.noneOf(Quirk.class), unseen);
  }

  @Test
  void everyQuirkHasANameAClassAndASource() {
    for (Quirk quirk : Quirk.values()) {
      assertEquals(quirk, Quirk.named(quirk.word()));
      assertFalse(quirk.sentence().isBlank() || quirk.source().isBlank());
      assertTrue(quirk.duty() != Duty.DIAGNOSIS);
    }
    assertEquals(68, Quirk.values().length);
  }

  @Test
  void anUnknownNameIsMetWithTheLikeliest() {
    String message = assertThrows(IllegalArgumentException.class, () -> Quirk.named("stack-zero-olny")).getMessage();
    assertEquals("no quirk is called 'stack-zero-olny'; did you mean stack-zero-only?", message);
  }

  @Test
  void aSwitchIsRecordedOnceAndUndoneLive() {
    QuirkStage stage = new QuirkStage(ChargerModels.named("generic-22kw")).charge();
    stage.set(Profiles.tx(10));
    stage.station.quirk(Quirk.DRAWS_ABOVE_SETPOINT, true);
    stage.station.quirk(Quirk.DRAWS_ABOVE_SETPOINT, true);
    assertEquals(32, stage.pass(5).amps());
    stage.station.quirk(Quirk.DRAWS_ABOVE_SETPOINT, false);
    assertEquals(10, stage.pass(5).amps());
    assertEquals(
        List.of(
            "fault{\"e\":\"on\",\"what\":\"draws-above-setpoint\",\"on\":\"CP-1\"}",
            "fault{\"e\":\"off\",\"what\":\"draws-above-setpoint\",\"on\":\"CP-1\"}"),
        stage.test.recorded.stream().filter(line -> line.startsWith("fault")).toList());
  }

  @Test
  void aStationThatHadResignedComesBackWhenTheQuirkGoes() {
    QuirkStage stage = new QuirkStage(ChargerModels.named("generic-22kw")).with(Quirk.NO_RECONNECT_AFTER_PONG_TIMEOUT).boot();
    stage.change("WebSocketPingInterval", "20");
    try (Faults.Guard silence = stage.test.net.faults().add(Links.of("CP-1"), new Fault.Silence())) {
      stage.pass(60);
    }
    assertFalse(stage.pass(600).station.isOnline());
    stage.station.quirk(Quirk.NO_RECONNECT_AFTER_PONG_TIMEOUT, false);
    assertTrue(stage.pass(5).station.isOnline());
  }

  @Test
  void aCarTakesAQuirkLiveToo() {
    QuirkStage stage = new QuirkStage(ChargerModels.named("generic-22kw")).charge();
    stage.set(Profiles.tx(10));
    stage.station.carQuirk(1, Quirk.FLOOR_11A, true);
    assertEquals("1: 0.0 x 3", stage.test.draws.getLast());
    stage.station.carQuirk(1, Quirk.FLOOR_11A, false);
    assertEquals("1: 10.0 x 3", stage.test.draws.getLast());
    assertThrows(IllegalArgumentException.class, () -> stage.station.quirk(Quirk.FLOOR_11A, true));
  }
}
