package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.ReadPlan;
import io.parkbench.protocol.modbus.Pdu;
import io.parkbench.wire.LiveNet;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A Modbus slave that somebody else wrote, with the registers of each model, is read right over a live net. */
class IndependentSlaveTest {
  private static final Pattern PORT = Pattern.compile("listens at port (\\d+)");
  private static final String VALUES = """
      {"current_l1": 46, "current_l2": 47, "current_l3": 45, "power_total": -31900, "energy_total": 1545000}""";
  private static final int FRAME_BYTES_MAX = 1024;

  @Test
  void everyBuiltInModelIsReadRight() throws Exception {
    PythonPeers peers = PythonPeers.orSkip();
    for (MeterModel model : MeterModels.all()) {
      try (Program slave = peers.start("serve_meter", "0", "7", model.name(), VALUES)) {
        int port = Integer.parseInt(slave.await(PORT));
        assertEquals(
            "[46.0, 47.0, 45.0, NaN, NaN, NaN, -31900.0, 1545000.0]",
            Arrays.toString(read(model, new Endpoint("m", "127.0.0.1", port, 7))),
            model.name());
      }
    }
  }

  private static double[] read(MeterModel model, Endpoint endpoint) {
    double[] values = new double[Quantity.COUNT];
    Arrays.fill(values, Double.NaN);
    WallClock time = new WallClock();
    try (LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX)) {
      int[] answered = {0};
      ReadPlan plan = ReadPlan.of(model);
      for (ReadPlan.Chunk chunk : plan.chunks()) {
        net.exchange().ask(endpoint, chunk.request(), 10 * Micros.SECOND, new Exchange.Answer() {
          @Override
          public void answered(byte[] reply) {
            assertTrue(Pdu.answers(chunk.request(), reply), () -> model.name() + " replies " + Arrays.toString(reply));
            chunk.decode(reply, values);
            Arrays.setAll(values, i -> Math.rint(values[i] * 1_000) / 1_000);
            answered[0]++;
          }

          @Override
          public void failed(Exchange.Failure why) {
            throw new AssertionError(model.name() + ": " + why);
          }
        });
      }
      assertTrue(time.runUntil(() -> answered[0] == plan.chunks().size(), time.now() + 30 * Micros.SECOND), model.name());
    }
    return values;
  }
}
