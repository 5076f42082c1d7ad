package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.meter.Metering;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.wire.LiveNet;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The gateway reads Modbus slaves that somebody else wrote right: one with the registers of each model, a custom one too. */
class IndependentSlaveTest {
  private static final Pattern PORT = Pattern.compile("listens at port (\\d+)");
  private static final String VALUES = """
      {"current_l1": 46, "current_l2": 47, "current_l3": 45, "power_l1": 10600, "power_l2": 10800, "power_l3": 10500,
       "power_total": 31900, "energy_total": 1545000}""";
  private static final int FRAME_BYTES_MAX = 1024;
  /** What a Float32 of kW leaves open, W. */
  private static final double FLOAT_ERROR = 0.01;

  @Test
  void everyModelIsReadRight() throws Exception {
    PythonPeers peers = PythonPeers.orSkip();
    List<String> models = new ArrayList<>(MeterModels.names());
    models.add("Acme 300");
    List<Program> slaves = new ArrayList<>();
    try {
      for (String model : models) {
        slaves.add(peers.start("serve_meter", "0", "7", model, VALUES));
      }
      StringBuilder site = new StringBuilder("licence: EDL\nzones: [{id: main, max_a: 100}]\nstations: []\n")
          .append("meter_models: [").append(Files.readString(peers.file("acme.json")).replace("\n", " ")).append("]\nmeters:\n");
      for (int i = 0; i < models.size(); i++) {
        site.append("  - {id: m").append(i).append(", name: '").append(models.get(i)).append("', model: '").append(models.get(i))
            .append("', ip: 127.0.0.1, port: ").append(slaves.get(i).await(PORT)).append(", unit: 7, role: reporting}\n");
      }
      for (GatewayView.Meter meter : read(SiteFile.parse("interop.yaml", site.toString()))) {
        assertEquals(List.of(46.0, 47.0, 45.0), meter.amps(), meter.name());
        assertEquals(31_900, watts(meter), FLOAT_ERROR, meter.name());
        assertEquals(1_545_000L, meter.energyWh(), meter.name());
        assertEquals(Metering.State.CONNECTED, meter.state(), meter.name());
      }
    } finally {
      slaves.forEach(Program::close);
    }
  }

  private static double watts(GatewayView.Meter meter) {
    Double watts = meter.watts();
    return watts == null ? Double.NaN : watts;
  }

  /** What a gateway shows of the site's meters once it has read each of them whole. */
  private static List<GatewayView.Meter> read(Site site) {
    WallClock time = new WallClock();
    try (LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX)) {
      Gateway gateway = new Gateway(time.loop(), site, net, Recording.NONE);
      gateway.start();
      boolean read = time.runUntil(
          () -> gateway.view().meters().stream()
              .allMatch(meter -> meter.state() == Metering.State.CONNECTED && meter.energyWh() != null),
          time.now() + 30 * Micros.SECOND);
      List<GatewayView.Meter> meters = gateway.view().meters();
      gateway.close();
      assertTrue(read, meters::toString);
      return meters;
    }
  }
}
