package io.parkbench.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Latency;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.plant.pilot.PilotState;
import io.parkbench.rigs.file.Driver;
import io.parkbench.scenarios.probe.charger.Plug;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-RIG-5: what {@code probe charger --ev} asks for by lines of JSON truly happens at the plug, or is told not to have. */
@RealWorld("lines of JSON over a real socket")
class DriverPlugTest {
  @Test
  void theSoftwareEvSimulatorMovesThePlug() throws IOException {
    WallClock time = new WallClock();
    VirtualNet nowhere = new VirtualNet(new VirtualTime(0, ""), new Seed(1), Recording.NONE, new MemoryCarrier(), Latency.LOCAL);
    ChargePoint charger = new ChargePoint(time.loop(), nowhere, "EV-1", ChargerModels.named("wallbox-11kw"),
        (connector, amps, conductors) -> {}, Recording.NONE, new Seed(1).fork("EV-1"));
    charger.start();
    DriverPort port = new DriverPort(time, 0, charger);
    List<String> told = new ArrayList<>();
    try (DriverPlug plug = new DriverPlug(time, Driver.Lines.of("localhost:" + port.port()), told::add)) {
      assertEquals(PilotState.A, charger.pilot(1).state());
      assertTrue(plug.plugIn(1, Plug.Wish.CAR, null));
      assertEquals(PilotState.B, charger.pilot(1).state());
      assertFalse(plug.plugIn(1, Plug.Wish.ONE_PHASE_CAR, null), "there is a plug already");
      assertTrue(plug.unplug(1));
      assertEquals(PilotState.A, charger.pilot(1).state());
      assertFalse(plug.powerCycle());
    }
    assertEquals(List.of(), told);
  }

  @Test
  void whereNobodyAnswersItIsSaid() {
    IOException said = assertThrows(IOException.class,
        () -> new DriverPlug(new WallClock(), Driver.Lines.of("localhost:9"), why -> {}));
    assertTrue(String.valueOf(said.getMessage()).contains("localhost:9"), said::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7001", "localhost", "localhost:0", "localhost:65536", "a b:1", "[::1]:1"})
  void whatIsNoPlaceIsRefused(String place) {
    assertThrows(IllegalArgumentException.class, () -> Driver.Lines.of(place));
  }
}
