package io.parkbench.plant.meter;

import static io.parkbench.plant.meter.MeterTable.CURRENTS;
import static io.parkbench.plant.meter.MeterTable.ENERGY;
import static io.parkbench.plant.meter.MeterTable.LEGACY_CURRENTS;
import static io.parkbench.plant.meter.MeterTable.LEGACY_ENERGY;
import static io.parkbench.plant.meter.MeterTable.LEGACY_POWER;
import static io.parkbench.plant.meter.MeterTable.POWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.ReadPlan;
import io.parkbench.protocol.modbus.Pdu;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-PLANT-2: what a meter shows, when, and whom it refuses. */
class VirtualMeterTest {
  @Test
  void everyBuiltInModelShowsItsFeeder() {
    for (MeterModel model : MeterModels.all()) {
      MeterTable table = new MeterTable(model);
      boolean coarse = model.name().startsWith("NSX");
      double[] values = values(table);
      assertEquals(coarse ? 47 : 46.5, values[Quantity.CURRENT_L1.index()], model.name());
      assertEquals(coarse ? 47 : 47.25, values[Quantity.CURRENT_L2.index()], model.name());
      assertEquals(45, values[Quantity.CURRENT_L3.index()], model.name());
      assertEquals(12_500, values[Quantity.POWER_TOTAL.index()], model.name());
      assertEquals(coarse ? 1_546_000 : 1_545_874, values[Quantity.ENERGY_TOTAL.index()], model.name());
    }
  }

  @Test
  void wholeAmpereMetersRound() {
    MeterTable table = new MeterTable(MeterModels.NSX_LEGACY);
    assertEquals("0306002f002f002d", table.ask(LEGACY_CURRENTS));
    assertEquals("0302007d", table.ask(LEGACY_POWER));
    assertEquals("03040000060a", table.ask(LEGACY_ENERGY));
  }

  @Test
  void exportHasASignInPowerOnly() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    table.meter.changing(table.time.now());
    table.feeder.amps = new double[] {-46.5, -47.25, -45};
    table.feeder.watts = new double[] {-4_000, -4_500, -4_000};
    table.pass(1);
    assertEquals("030c423a0000423d000042340000", table.ask(CURRENTS));
    assertEquals("0304c1480000", table.ask(POWER));
  }

  @Test
  void aChangeShowsOnceTheMeterMeasuresAgain() {
    for (long refresh : new long[] {Micros.SECOND, 10 * Micros.SECOND}) {
      MeterTable table = new MeterTable(MeterSetup.of(MeterModels.PM5320).withClass(0).refreshing(refresh), 5);
      table.pass(20);
      List<Long> delays = new ArrayList<>();
      for (int i = 1; i <= 50; i++) {
        table.pass(0.1 + 0.2 * i);
        table.ask(CURRENTS);
        table.meter.changing(table.time.now());
        table.feeder.amps[0] = i;
        long changed = table.time.now();
        while (amps(table) != i) {
          table.pass(0.1);
        }
        delays.add(table.time.now() - changed);
      }
      assertTrue(delays.stream().allMatch(delay -> delay <= refresh + Micros.SECOND / 10), delays.toString());
      assertTrue(delays.stream().anyMatch(delay -> delay >= refresh * 7 / 10), delays.toString());
      assertTrue(delays.stream().anyMatch(delay -> delay <= refresh * 3 / 10), delays.toString());
    }
  }

  @Test
  void whatWasMeasuredIsTheSameHoweverOftenItIsRead() {
    List<String> often = course(0.05);
    List<String> seldom = course(2.5);
    for (int i = 0; i < seldom.size(); i++) {
      assertEquals(often.get((i + 1) * 50 - 1), seldom.get(i));
    }
  }

  /** Currents that change every 0.3 s, read every so often for 50 s. */
  private static List<String> course(double every) {
    MeterTable table = new MeterTable(MeterSetup.of(MeterModels.PM5320), 9);
    for (int i = 1; i * 0.3 < 50; i++) {
      double amps = i % 40;
      table.time.after(i * 300_000L, () -> {
        table.meter.changing(table.time.now());
        table.feeder.amps[0] = amps;
      });
    }
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < Math.round(50 / every); i++) {
      table.pass(every);
      shown.add(table.ask(CURRENTS));
    }
    return shown;
  }

  @Test
  void energyGoesOnWhileCurrentsStay() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    table.feeder.wattHours += 1;
    assertEquals("03080000000000179692", table.ask(ENERGY));
    table.pass(1);
    assertEquals("03080000000000179693", table.ask(ENERGY));
  }

  @Test
  void whileNothingChangesTheFeederIsNotAsked() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    int asked = table.feeder.asked;
    for (int i = 0; i < 100; i++) {
      table.pass(0.5);
      table.ask(CURRENTS);
    }
    assertEquals(asked, table.feeder.asked);
  }

  @Test
  void gainsLieWithinTheClassAndStay() {
    double least = 1;
    double most = 1;
    for (long seed = 0; seed < 300; seed++) {
      MeterTable table = new MeterTable(MeterSetup.of(MeterModels.PM5320), seed);
      double[] values = values(table);
      table.pass(100);
      for (int phase = 1; phase <= 3; phase++) {
        double gain = values[Quantity.current(phase).index()] / table.feeder.amps(phase);
        least = Math.min(least, gain);
        most = Math.max(most, gain);
        assertEquals(values[Quantity.current(phase).index()], values(table)[Quantity.current(phase).index()]);
      }
    }
    assertTrue(least >= 0.99 - 1e-6 && least < 0.9905, "least gain " + least);
    assertTrue(most <= 1.01 + 1e-6 && most > 1.0095, "most gain " + most);
  }

  @Test
  void transformersSayWhichPhaseIsShownWhere() {
    MeterTable table = new MeterTable(
        MeterSetup.of(MeterModels.PM5320).withClass(0).fitted(new Transformers(3, -1, 0)), 1);
    assertEquals("030c42340000423a000000000000", table.ask(CURRENTS));
    assertEquals("030400000000", table.ask(POWER));
    assertThrows(IllegalArgumentException.class, () -> new Transformers(1, 2, 4));
  }

  @Test
  void readsOfWhatIsNotThereAreRefused() {
    MeterTable table = new MeterTable(MeterModels.PM5320);
    assertEquals("8101", table.ask("0100000001"));
    assertEquals("9001", table.ask("100bb7000204423a0000"));
    assertEquals("8401", table.ask("040bb70006"), "no input registers");
    assertEquals("8302", table.ask("030bb60002"), "one before");
    assertEquals("8302", table.ask("030bb70008"), "beyond the last");
    assertEquals("8302", table.ask("0300000001"));
    assertEquals("8302", table.ask("03ffff007d"));
    assertEquals("8303", table.ask("030bb80002"), "begins within a number");
    assertEquals("8303", table.ask("030bb70001"), "ends within a number");
    assertEquals("8303", table.ask("030c830002"), "half an Int64");
    assertEquals("8303", table.ask("030bb70000"), "no register at all");
    assertEquals("8303", table.ask("030bb7007e"), "more than 125");
    assertEquals("8303", table.ask("030bb7"), "cut short");
    assertEquals("8001", table.ask(""));
    assertEquals("0304423d0000", table.ask("030bb90002"), "a phase alone");
  }

  @Test
  void severalUnitsShareAnAddress() {
    MeterTable one = new MeterTable(MeterModels.PM5320);
    MeterTable other = new MeterTable(MeterModels.NSX_LEGACY);
    MeterDevice device = new MeterDevice(MeterDevice.Unknown.TARGET_SILENT);
    device.put(1, one.meter);
    device.put(247, other.meter);
    assertEquals("030c423a0000423d000042340000", ask(device, 1, CURRENTS));
    assertEquals("0306002f002f002d", ask(device, 247, LEGACY_CURRENTS));
    assertEquals("8302", ask(device, 247, CURRENTS));
    assertEquals("830b", ask(device, 2, CURRENTS));
    assertEquals("8302", ask(device, MeterDevice.GATEWAY, CURRENTS), "the gateway itself is no meter");
    assertEquals("830a", ask(new MeterDevice(MeterDevice.Unknown.PATH_UNAVAILABLE), 2, CURRENTS));
    assertEquals("silence", ask(new MeterDevice(MeterDevice.Unknown.SILENT), 2, CURRENTS));
    assertThrows(IllegalArgumentException.class, () -> device.put(256, one.meter));
  }

  @Test
  void twoMetersOfASiteAreNotAlike() {
    assertNotEquals(
        new MeterTable(MeterSetup.of(MeterModels.PM5320), 1).ask(CURRENTS),
        new MeterTable(MeterSetup.of(MeterModels.PM5320), 2).ask(CURRENTS));
  }

  private static String ask(MeterDevice device, int unit, String request) {
    List<String> replies = new ArrayList<>();
    device.asked(unit, HexFormat.of().parseHex(request), reply -> replies.add(HexFormat.of().formatHex(reply)));
    return replies.isEmpty() ? "silence" : replies.getFirst();
  }

  private static double amps(MeterTable table) {
    return values(table)[Quantity.CURRENT_L1.index()];
  }

  private static double[] values(MeterTable table) {
    double[] values = new double[Quantity.COUNT];
    for (ReadPlan.Chunk chunk : ReadPlan.of(table.meter.model()).chunks()) {
      table.meter.asked(chunk.request(), reply -> {
        assertTrue(Pdu.answers(chunk.request(), reply));
        chunk.decode(reply, values);
      });
    }
    return values;
  }
}
