package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.protocol.meter.MeterModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Modbus master that somebody else wrote reads {@code parkbench meter} right, in every model. */
class IndependentMasterTest {
  private static final Pattern PORT = Pattern.compile("is asked at localhost:(\\d+)");
  private static final double WATTS = (46.5 + 47.25 + 45) * 230;
  /** What a Float32 of kW leaves open, W. */
  private static final double FLOAT_ERROR = 0.01;
  private static final double WATT_HOURS = 1_545_200;
  /** What the meter counts at most while the test lasts. */
  private static final double COUNTED_MAX = 3_000;

  private static final String ACME = """
      {"name": "Acme 300", "address_base": 0, "word_order": "CDAB", "points": {
        "current_l1": {"register": 100, "format": "Float32", "type": "input"},
        "current_l2": {"register": 102, "format": "Float32", "type": "input"},
        "current_l3": {"register": 104, "format": "Uint16", "type": "input", "scale": 0.1},
        "power_l1": {"register": 200, "format": "Int32", "type": "input"},
        "power_l2": {"register": 202, "format": "Int32", "type": "input"},
        "power_l3": {"register": 204, "format": "Int32", "type": "input"},
        "power_total": {"register": 206, "format": "Int32", "type": "input"},
        "energy_total": {"register": 300, "format": "Int64", "type": "input", "scale": 1000}}}
      """;

  @TempDir private Path folder;

  @Test
  void everyBuiltInModelIsReadRight() throws Exception {
    PythonPeers peers = PythonPeers.orSkip();
    for (String model : MeterModels.names()) {
      boolean coarse = model.startsWith("NSX");
      JsonNode read = read(peers, model, "--model", model);
      assertEquals(coarse ? 47 : 46.5, read.path("current_l1").asDouble(), model);
      assertEquals(coarse ? 47 : 47.25, read.path("current_l2").asDouble(), model);
      assertEquals(45, read.path("current_l3").asDouble(), model);
      assertEquals(coarse ? 31_900 : WATTS, read.path("power_total").asDouble(), FLOAT_ERROR, model);
      assertEnergy(model, read);
    }
  }

  @Test
  void aCustomModelIsReadRight() throws Exception {
    PythonPeers peers = PythonPeers.orSkip();
    JsonNode read = read(peers, "Acme 300", "--model-file", Files.writeString(folder.resolve("acme.json"), ACME).toString());
    assertEquals(46.5, read.path("current_l1").asDouble());
    assertEquals(47.25, read.path("current_l2").asDouble());
    assertEquals(45, read.path("current_l3").asDouble());
    assertEquals(46.5 * 230, read.path("power_l1").asDouble());
    assertEquals(10_868, read.path("power_l2").asDouble());
    assertEquals(45 * 230, read.path("power_l3").asDouble());
    assertEquals(31_913, read.path("power_total").asDouble());
    assertEnergy("Acme 300", read);
  }

  private static void assertEnergy(String model, JsonNode read) {
    double energy = read.path("energy_total").asDouble();
    assertTrue(energy >= WATT_HOURS - 500 && energy <= WATT_HOURS + COUNTED_MAX, model + " counts " + energy);
  }

  private static JsonNode read(PythonPeers peers, String model, String... make) throws Exception {
    try (Program meter = Program.parkbench("meter", make[0], make[1], "--host", "localhost", "--port", "0", "--unit", "7",
        "--currents",
        "46.5,47.25,45", "--kwh", "1545.2")) {
      String port = meter.await(PORT);
      try (Program master = peers.start("read_meter", port, "7", model)) {
        JsonNode read = new ObjectMapper().readTree(master.await("what it has read", line -> line.startsWith("{")));
        meter.await("what it was asked", line -> line.startsWith("unit 7 is asked for "));
        meter.interrupt();
        assertEquals("meter " + model + ": goodbye", meter.lines().getLast());
        return read;
      }
    }
  }
}
