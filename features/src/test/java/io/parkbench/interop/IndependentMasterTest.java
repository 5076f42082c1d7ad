package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.protocol.meter.MeterModels;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A Modbus master that somebody else wrote reads {@code parkbench meter} right, in every model. */
class IndependentMasterTest {
  private static final Pattern PORT = Pattern.compile("is asked at localhost:(\\d+)");
  private static final double WATTS = (46.5 + 47.25 + 45) * 230;
  /** What a Float32 of kW leaves open, W. */
  private static final double FLOAT_ERROR = 0.01;
  private static final double WATT_HOURS = 1_545_200;
  /** What the meter counts at most while the test lasts. */
  private static final double COUNTED_MAX = 3_000;

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
    JsonNode read = read(peers, "Acme 300", "--model-file", peers.file("acme.json").toString());
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
