package io.parkbench.plant.meter;

import static io.parkbench.plant.meter.MeterTable.CURRENTS;
import static io.parkbench.plant.meter.MeterTable.ENERGY;
import static io.parkbench.plant.meter.MeterTable.LEGACY_CURRENTS;
import static io.parkbench.plant.meter.MeterTable.LEGACY_ENERGY;
import static io.parkbench.plant.meter.MeterTable.LEGACY_POWER;
import static io.parkbench.plant.meter.MeterTable.POWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.protocol.meter.Format;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.RegisterType;
import io.parkbench.protocol.meter.WordOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every trap by the bytes it puts on the wire: 46.5, 47.25 and 45 A, 12.5 kW, 1,545,874 Wh without any. */
class MeterTrapTest {
  private static final String TRUE_CURRENTS = "030c423a0000423d000042340000";
  private static final String TRUE_POWER = "030441480000";
  private static final String TRUE_ENERGY = "03080000000000179692";

  private static final MeterModel PER_PHASE = new MeterModel("per phase", 0, WordOrder.ABCD, List.of(
      new Point(Quantity.POWER_L1, 10, Format.INT32, RegisterType.INPUT, 1),
      new Point(Quantity.POWER_L2, 12, Format.INT32, RegisterType.INPUT, 1),
      new Point(Quantity.POWER_L3, 14, Format.INT32, RegisterType.INPUT, 1)));

  /** What requests get at a meter with a trap, switched on while it runs. */
  private record Row(MeterTrap trap, MeterModel model, String request, String... replies) {}

  private static final List<Row> ROWS = List.of(
      row(MeterTrap.OFF_BY_ONE, CURRENTS, "030c0000423d0000423400000000"),
      row(MeterTrap.OFF_BY_ONE, POWER, "030400000000"),
      row(MeterTrap.OFF_BY_ONE, MeterModels.NSX_LEGACY, LEGACY_CURRENTS, "0306002f002d0000"),
      row(MeterTrap.WORD_SWAP, CURRENTS, "030c0000423a0000423d00004234"),
      row(MeterTrap.WORD_SWAP, ENERGY, "03089692001700000000"),
      row(MeterTrap.WORD_SWAP, MeterModels.NSX_LEGACY, LEGACY_CURRENTS, "0306002f002f002d"),
      row(MeterTrap.BYTE_SWAP, CURRENTS, "030c3a4200003d42000034420000"),
      row(MeterTrap.BYTE_SWAP, MeterModels.NSX_LEGACY, LEGACY_CURRENTS, "03062f002f002d00"),
      row(MeterTrap.NAN_PHASE, CURRENTS, "030c423a0000ffc0000042340000"),
      row(MeterTrap.NAN_PHASE, MeterModels.NSX_LEGACY, LEGACY_CURRENTS, "0306002f8000002d"),
      row(MeterTrap.INFINITE_PHASE, CURRENTS, "030c423a00007f80000042340000"),
      row(MeterTrap.NOT_AVAILABLE_INT16, MeterModels.NSX_LEGACY, LEGACY_CURRENTS, "0306800080008000"),
      row(MeterTrap.NOT_AVAILABLE_INT16, MeterModels.NSX_LEGACY, LEGACY_POWER, "03028000"),
      row(MeterTrap.NOT_AVAILABLE_FFFF, MeterModels.NSX_LEGACY, LEGACY_CURRENTS, "0306ffffffffffff"),
      row(MeterTrap.NOT_AVAILABLE_INT64, ENERGY, "03088000000000000000"),
      row(MeterTrap.NOT_AVAILABLE_INT64, CURRENTS, TRUE_CURRENTS),
      row(MeterTrap.WATTS_FOR_KILOWATTS, POWER, "030446435000"),
      row(MeterTrap.KILOWATTS_FOR_WATTS, MeterModels.MTZ, "037d4d0002", "030441480000"),
      row(MeterTrap.WATT_HOURS_FOR_KILOWATT_HOURS, MeterModels.NSX_LEGACY, LEGACY_ENERGY, "030400179692"),
      row(MeterTrap.KILOWATT_HOURS_FOR_WATT_HOURS, ENERGY, "0308000000000000060a"),
      row(MeterTrap.TENFOLD_CURRENT, MeterModels.NSX_LEGACY, LEGACY_CURRENTS, "030601d101d901c2"),
      row(MeterTrap.TENTH_CURRENT, MeterModels.NSX_LEGACY, LEGACY_CURRENTS, "0306000500050005"),
      row(MeterTrap.ENERGY_RESET, ENERGY, "03080000000000000000"),
      row(MeterTrap.ENERGY_ROLLBACK, ENERGY, "03080000000000176f82"),
      row(MeterTrap.FROZEN, CURRENTS, TRUE_CURRENTS),
      row(MeterTrap.SLOW, CURRENTS, "silence"),
      row(MeterTrap.JITTER, CURRENTS, "silence"),
      row(MeterTrap.SPLIT_FRAMES, CURRENTS, TRUE_CURRENTS),
      row(MeterTrap.MERGED_FRAMES, CURRENTS, TRUE_CURRENTS),
      row(MeterTrap.ILLEGAL_ADDRESS, CURRENTS, "8302"),
      row(MeterTrap.ILLEGAL_VALUE, CURRENTS, "8303"),
      row(MeterTrap.DEVICE_FAILURE, CURRENTS, "8304"),
      row(MeterTrap.BUSY, CURRENTS, "8306", TRUE_CURRENTS, "8306"),
      row(MeterTrap.PATH_UNAVAILABLE, CURRENTS, "830a"),
      row(MeterTrap.TARGET_SILENT, CURRENTS, "830b"),
      row(MeterTrap.WRONG_UNIT, CURRENTS, "030c800080008000800080008000"),
      row(MeterTrap.WRONG_UNIT_SILENT, CURRENTS, "silence"),
      row(MeterTrap.OTHER_FUNCTION, CURRENTS, "8301"),
      row(MeterTrap.OTHER_FUNCTION, "040bb70006", "040c423a0000423d000042340000"),
      row(MeterTrap.ZERO_BLOCK, CURRENTS, "030c000000000000000000000000"),
      row(MeterTrap.ZERO_BLOCK, ENERGY, "03080000000000000000"),
      row(MeterTrap.REVERSED_TRANSFORMER, CURRENTS, TRUE_CURRENTS),
      row(MeterTrap.REVERSED_TRANSFORMER, POWER, "030440900000"),
      row(MeterTrap.REVERSED_TRANSFORMER, PER_PHASE, "04000a0006", "040cfffff0600000119400000fa0"),
      row(MeterTrap.SMALL_WINDOW, CURRENTS, "8303"),
      row(MeterTrap.SMALL_WINDOW, "030bb70004", "0308423a0000423d0000"),
      row(MeterTrap.FEW_CONNECTIONS, CURRENTS, TRUE_CURRENTS),
      row(MeterTrap.IDLE_CLOSE, CURRENTS, TRUE_CURRENTS),
      row(MeterTrap.MODULO_ENERGY, MeterModels.NSX, "0307cf0002", "0304060a0000"),
      row(MeterTrap.MODULO_ENERGY, ENERGY, "030816f2009a00000000"),
      row(MeterTrap.TWO_TRANSFORMERS, CURRENTS, "030c423a00000000000042340000"),
      row(MeterTrap.PHASE_ROTATION, CURRENTS, "030c423d000042340000423a0000"));

  private static Row row(MeterTrap trap, String request, String... replies) {
    return new Row(trap, MeterModels.PM5320, request, replies);
  }

  private static Row row(MeterTrap trap, MeterModel model, String request, String reply) {
    return new Row(trap, model, request, reply);
  }

  @Test
  void everyTrapPutsItsBytesOnTheWire() {
    EnumSet<MeterTrap> unseen = EnumSet.allOf(MeterTrap.class);
    for (Row row : ROWS) {
      MeterTable table = new MeterTable(row.model());
      String before = table.ask(row.request());
      table.meter.trap(row.trap(), true);
      for (String reply : row.replies()) {
        assertEquals(reply, table.ask(row.request()), row.trap() + " asked " + row.request());
      }
      table.meter.trap(row.trap(), false);
      assertEquals(before, table.ask(row.request()), row.trap() + " switched off");
      unseen.remove(row.trap());
    }
    assertEquals(EnumSet.noneOf(MeterTrap.class), unseen);
  }

  @Test
  void withoutTrapsTheTruthIsShown() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    assertEquals(TRUE_CURRENTS, table.ask(CURRENTS));
    assertEquals(TRUE_POWER, table.ask(POWER));
    assertEquals(TRUE_ENERGY, table.ask(ENERGY));
  }

  @Test
  void aFrozenMeterShowsWhatItShowed() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    table.meter.trap(MeterTrap.FROZEN, true);
    table.meter.changing(table.time.now());
    table.feeder.amps[0] = 12.5;
    table.pass(60);
    assertEquals(TRUE_CURRENTS, table.ask(CURRENTS));
    table.meter.trap(MeterTrap.FROZEN, false);
    assertEquals("030c41480000423d000042340000", table.ask(CURRENTS));
  }

  @Test
  void aSlowMeterRepliesAfterAnotherPollIsDue() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    table.meter.trap(MeterTrap.SLOW, true);
    assertEquals(800_000, table.delay(CURRENTS));
  }

  @Test
  void aJitteryMeterTakesItsTimeTheSameForASeed() {
    assertEquals(delays(3), delays(3));
    assertNotEquals(delays(3), delays(4));
    assertTrue(delays(3).stream().allMatch(delay -> delay <= 700_000));
  }

  private static List<Long> delays(long seed) {
    MeterTable table = new MeterTable(MeterSetup.of(MeterModels.PM5320), seed);
    table.meter.trap(MeterTrap.JITTER, true);
    List<Long> delays = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      delays.add(table.delay(CURRENTS));
    }
    return delays;
  }

  @Test
  void energyCountsFromZeroAfterAReset() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    table.meter.trap(MeterTrap.ENERGY_RESET, true);
    table.feeder.wattHours += 23;
    table.pass(2);
    assertEquals("03080000000000000017", table.ask(ENERGY));
  }

  @Test
  void trapsAddUp() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    table.meter.trap(MeterTrap.WORD_SWAP, true);
    table.meter.trap(MeterTrap.PHASE_ROTATION, true);
    assertEquals("030c0000423d000042340000423a", table.ask(CURRENTS));
    assertEquals(Set.of(MeterTrap.WORD_SWAP, MeterTrap.PHASE_ROTATION), table.meter.traps());
  }

  @Test
  void theCatalogueIsWhole() {
    Set<String> ids = new TreeSet<>();
    for (MeterTrap trap : MeterTrap.values()) {
      assertEquals(trap, MeterTrap.named(trap.word()));
      assertFalse(trap.sentence().isBlank() || trap.source().isBlank());
      ids.add(trap.id());
    }
    assertEquals(IntStream.rangeClosed(1, 20).mapToObj(n -> "T" + n).collect(Collectors.toCollection(TreeSet::new)), ids);
    String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> MeterTrap.named("word-swop")).getMessage());
    assertTrue(message.startsWith("no trap is called 'word-swop'; there are off-by-one, word-swap, "), message);
    assertEquals(
        List.of("split-frames", "merged-frames", "few-connections", "idle-close"),
        List.of(MeterTrap.values()).stream().filter(MeterTrap::realSocketsOnly).map(MeterTrap::word).toList());
    assertEquals(
        MeterTrap.values().length,
        List.of(MeterTrap.values()).stream().map(MeterTrap::word).collect(Collectors.toMap(Function.identity(), word -> 1)).size());
  }
}
