package io.parkbench.protocol.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Meter models, built in and custom (R-DYN-3, R-DYN-4). */
class MeterModelTest {
  private static final String ACME = """
      {"name": "Acme 300", "address_base": 0, "word_order": "CDAB", "points": {
        "current_l1": {"register": 100, "format": "Float32", "type": "input"},
        "current_l2": {"register": 102, "format": "Float32", "type": "input"},
        "current_l3": {"register": 104, "format": "Uint16", "type": "input", "scale": 0.1},
        "energy_total": {"register": 0, "format": "Int64", "scale": 1000}}}
      """;

  @Test
  void builtInModelsHaveTheRegistersOfTheGuide() {
    assertEquals(List.of("PM5320", "iEM3x5x", "PowerTag", "NSX", "NSX-legacy", "MTZ"), MeterModels.names());
    registers("PM5320", 3000, 3002, 3004, 3060, 3204);
    registers("iEM3x5x", 3000, 3002, 3004, 3060, 3204);
    registers("PowerTag", 3000, 3002, 3004, 3060, 3204);
    registers("NSX", 1016, 1017, 1018, 1037, 2000);
    registers("NSX-legacy", 12016, 12017, 12018, 12041, 12050);
    registers("MTZ", 32028, 32030, 32032, 32078, 32096);
    assertNull(MeterModels.named("Acme 300"));
  }

  @Test
  void aModelWithOneThingWrongIsRefusedWithAllThatIs() {
    MeterModelException bad = assertThrows(MeterModelException.class, () -> new MeterModel("x", 2, WordOrder.ABCD, List.of(
        point(Quantity.CURRENT_L1, 10, Format.FLOAT32, 1),
        point(Quantity.CURRENT_L2, 11, Format.FLOAT32, 1),
        point(Quantity.CURRENT_L1, 20, Format.FLOAT32, 1),
        point(Quantity.POWER_TOTAL, 65_536, Format.FLOAT32, 0),
        point(Quantity.ENERGY_TOTAL, 0, Format.UINT16, Double.NaN))));
    assertEquals(List.of(
        "x: address_base is 1 where the document's register numbers are the wire address + 1, otherwise 0; not 2",
        "x: power_total: registers 65536 to 65537 are out of range; they lie in 1 to 65536 with address_base 1",
        "x: power_total: scale is above 0: 1 for W, 1000 for kW; not 0.0",
        "x: energy_total: registers 0 to 0 are out of range; they lie in 1 to 65536 with address_base 1",
        "x: energy_total: scale is above 0: 1 for Wh, 1000 for kWh; not NaN",
        "x: current_l2: registers 11 to 12 overlap current_l1 at registers 10 to 11; mend the register or the format of one",
        "x: current_l1: given twice, at 10 and 20; leave one out").stream().sorted().toList(),
        bad.problems().stream().sorted().toList());
    assertThrows(MeterModelException.class, () -> new MeterModel(" ", 1, WordOrder.ABCD, List.of()));
  }

  @Test
  void theLastRegisterOfAllIsInRange() {
    MeterModel model = new MeterModel("x", 1, WordOrder.ABCD, List.of(point(Quantity.CURRENT_L1, 65_536, Format.UINT16, 1)));
    assertEquals(65_535, model.wireAddress(model.points().getFirst()));
  }

  @Test
  void aCustomModelIsReadFromJson() {
    MeterModel acme = MeterModelFile.read("acme.json", ACME);
    assertEquals(new MeterModel("Acme 300", 0, WordOrder.CDAB, List.of(
        new Point(Quantity.CURRENT_L1, 100, Format.FLOAT32, RegisterType.INPUT, 1),
        new Point(Quantity.CURRENT_L2, 102, Format.FLOAT32, RegisterType.INPUT, 1),
        new Point(Quantity.CURRENT_L3, 104, Format.UINT16, RegisterType.INPUT, 0.1),
        new Point(Quantity.ENERGY_TOTAL, 0, Format.INT64, RegisterType.HOLDING, 1000))), acme);
  }

  @Test
  void whatIsExportedIsImportedTheSame() {
    MeterModel acme = MeterModelFile.read("acme.json", ACME);
    assertEquals(acme, MeterModelFile.read("again.json", MeterModelFile.write(acme)));
    assertEquals(MeterModels.MTZ, MeterModelFile.read("mtz.json", MeterModelFile.write(MeterModels.MTZ)));
  }

  @Test
  void errorsNamePlaceAndRemedy() {
    wrong(
        "{\"name\": \"x\",\n \"points\": {\n \"current_l1\": {\"register\": \"ten\", \"format\": \"Float64\"},\n \"amps\": {}}, \"unit\": 5}",
        "m.json:3: points.current_l1.register is a whole number, not ten",
        "m.json:3: points.current_l1.format is one of Float32, Int64, Int32, Uint16, not Float64",
        "m.json:4: points.amps is no such key; there are current_l1, current_l2, current_l3, power_l1, power_l2, power_l3, power_total,"
            + " energy_total",
        "m.json:4: unit is no such key; there are name, address_base, word_order, points");
    wrong("{\"points\": {\"current_l1\": {\"format\": \"Int16\"}}}",
        "m.json:1: points.current_l1.format is one of Float32, Int64, Int32, Uint16, not Int16");
    wrong("{\"points\": {\"current_l1\": {\"scale\": 1}}}",
        "m.json: points.current_l1.register is missing; give its first register, as the meter's document prints it",
        "m.json: points.current_l1.format is missing; give one of Float32, Int64, Int32, Uint16");
    wrong("{}", "m.json: name is missing; give the model a name",
        "m.json: points is missing; say where the meter shows which quantity");
    wrong("{\"name\": \"x\", \"points\": {\n\"current_l1\": {\"register\": 0, \"format\": \"Uint16\", \"scale\": 0}}}",
        "m.json:2: current_l1: registers 0 to 0 are out of range; they lie in 1 to 65536 with address_base 1",
        "m.json:2: current_l1: scale is above 0: 1 for A, 1000 for kA; not 0.0");
    wrong("[]", "m.json:1: a model is an object with name, address_base, word_order, points, not an object or list");
    wrong("", "m.json:1: a model is an object with name, address_base, word_order, points, not an empty text");
    wrong("{\"name\": \"x\", \"points\": {\"power_l1\": {\"register\": 99999999999, \"format\": \"Int32\"}}}",
        "m.json:1: points.power_l1.register is 0 to 65536, not 99999999999");
  }

  @Test
  void brokenJsonIsToldWithItsLine() {
    MeterModelException bad = assertThrows(MeterModelException.class, () -> MeterModelFile.read("m.json", "{\n\"name\": oops}"));
    assertEquals(
        "m.json:2: cannot be read as JSON: Unrecognized token 'oops': was expecting (JSON String, Number, Array, Object or token"
            + " 'null', 'true' or 'false')",
        bad.getMessage());
    assertThrows(MeterModelException.class, () -> MeterModelFile.read("m.json", "{\"name\": \"a\", \"name\": \"b\"}"));
  }

  private static void wrong(String json, String... problems) {
    MeterModelException bad = assertThrows(MeterModelException.class, () -> MeterModelFile.read("m.json", json));
    assertEquals(List.of(problems), bad.problems());
  }

  private static Point point(Quantity quantity, int register, Format format, double scale) {
    return new Point(quantity, register, format, RegisterType.HOLDING, scale);
  }

  private static void registers(String name, int... registers) {
    MeterModel model = MeterModels.named(name);
    assertNotNull(model);
    assertEquals(1, model.addressBase());
    assertEquals(5, model.points().size());
    for (int i = 0; i < registers.length; i++) {
      assertEquals(registers[i], model.points().get(i).register());
      assertEquals(RegisterType.HOLDING, model.points().get(i).type());
    }
  }
}
