package io.parkbench.protocol.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The requests that read a meter, byte by byte, and what its replies say. */
class ReadPlanTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void registersAreAskedForByTheirWireAddress() {
    assertEquals(List.of("030bb70006", "030bf30002", "030c830004"), requests(ReadPlan.of(MeterModels.PM5320)));
    assertEquals(List.of("0303f70003", "03040c0001", "0307cf0002"), requests(ReadPlan.of(MeterModels.NSX)));
    assertEquals(List.of("032eef0003", "032f080001", "032f110002"), requests(ReadPlan.of(MeterModels.NSX_LEGACY)));
    assertEquals(List.of("037d1b0006", "037d4d0002", "037d5f0004"), requests(ReadPlan.of(MeterModels.MTZ)));
  }

  @Test
  void repliesAreReadInAmperesWattsAndWattHours() {
    double[] values = new double[Quantity.COUNT];
    Arrays.fill(values, -1);
    List<ReadPlan.Chunk> chunks = ReadPlan.of(MeterModels.PM5320).chunks();
    chunks.get(0).decode(HEX.parseHex("030c423a0000423d000042340000"), values);
    chunks.get(1).decode(HEX.parseHex("030441480000"), values);
    chunks.get(2).decode(HEX.parseHex("03080000000000179692"), values);
    assertEquals("[46.5, 47.25, 45.0, -1.0, -1.0, -1.0, 12500.0, 1545874.0]", Arrays.toString(values));
  }

  @Test
  void wholeAmperesAndTenthsOfAKilowattAreScaled() {
    double[] values = new double[Quantity.COUNT];
    List<ReadPlan.Chunk> chunks = ReadPlan.of(MeterModels.NSX_LEGACY).chunks();
    chunks.get(0).decode(HEX.parseHex("0306022b8000ffff"), values);
    chunks.get(1).decode(HEX.parseHex("0302fff6"), values);
    chunks.get(2).decode(HEX.parseHex("030400000609"), values);
    assertEquals("[555.0, NaN, NaN, 0.0, 0.0, 0.0, -1000.0, 1545000.0]", Arrays.toString(values));
  }

  @Test
  void gapsAreBridgedOnlyAsFarAsAllowed() {
    MeterModel model = currents(10, 13, 17);
    assertEquals(List.of("03000a0001", "03000d0001", "0300110001"), requests(ReadPlan.of(model)));
    assertEquals(List.of("03000a0004", "0300110001"), requests(ReadPlan.of(model, 125, 2)));
    assertEquals(List.of("03000a0008"), requests(ReadPlan.of(model, 125, 3)));
  }

  @Test
  void aRequestHasNoMoreRegistersThanAllowed() {
    assertEquals(List.of("03000a007d"), requests(ReadPlan.of(currents(10, 11, 134), 125, 125)));
    assertEquals(List.of("03000a0002", "0300870001"), requests(ReadPlan.of(currents(10, 11, 135), 125, 125)));
    assertEquals(List.of("030bb70004", "030bbb0002", "030bf30002", "030c830004"), requests(ReadPlan.of(MeterModels.PM5320, 5, 0)));
    assertThrows(IllegalArgumentException.class, () -> ReadPlan.of(MeterModels.PM5320, 3, 0));
    assertThrows(IllegalArgumentException.class, () -> ReadPlan.of(MeterModels.PM5320, 126, 0));
  }

  @Test
  void holdingAndInputRegistersAreReadApart() {
    MeterModel model = new MeterModel("mixed", 0, WordOrder.ABCD, List.of(
        new Point(Quantity.CURRENT_L2, 11, Format.UINT16, RegisterType.INPUT, 1),
        new Point(Quantity.CURRENT_L1, 10, Format.UINT16, RegisterType.HOLDING, 1),
        new Point(Quantity.CURRENT_L3, 10, Format.UINT16, RegisterType.INPUT, 1)));
    assertEquals(List.of("03000a0001", "04000a0002"), requests(ReadPlan.of(model)));
  }

  private static MeterModel currents(int l1, int l2, int l3) {
    List<Point> points = new ArrayList<>();
    int phase = 1;
    for (int register : new int[] {l1, l2, l3}) {
      points.add(new Point(Quantity.current(phase++), register, Format.UINT16, RegisterType.HOLDING, 1));
    }
    return new MeterModel("test", 0, WordOrder.ABCD, points);
  }

  private static List<String> requests(ReadPlan plan) {
    return plan.chunks().stream().map(chunk -> HEX.formatHex(chunk.request())).toList();
  }
}
