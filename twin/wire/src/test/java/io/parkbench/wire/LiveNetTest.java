package io.parkbench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links over real sockets in real time, the {@code realtime} rig's net. */
class LiveNetTest {
  private static final int FRAME_BYTES_MAX = 1_000;

  private final WallClock time = new WallClock();
  private final LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX);
  private final List<End> centrals = new ArrayList<>();
  private final End station = new End(time);

  @BeforeEach
  void listen() {
    int port = net.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    net.dialTo(URI.create("ws://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/ocpp/"));
    net.listen(handshake -> {
      if (handshake.identity().equals("stranger")) {
        return new Admission.Refused(404, "unknown");
      }
      centrals.add(new End(time));
      return new Admission.Accepted("ocpp1.6", centrals.getLast());
    });
  }

  @AfterEach
  void close() {
    net.close();
  }

  private void await(BooleanSupplier condition) {
    assertTrue(time.runUntil(condition, time.now() + 5 * Micros.SECOND), "within 5 s; station heard " + station.heard);
  }

  private End connect() {
    net.dial(Handshake.ocpp16("cp 1/\u00e9"), station);
    await(() -> station.heard.contains("opened") && !centrals.isEmpty() && centrals.getLast().heard.contains("opened"));
    return centrals.getLast();
  }

  @Test
  void framesPingsAndGoodbyesPass() {
    End central = connect();
    assertEquals("cp 1/\u00e9", central.link().identity());
    assertEquals(List.of("ocpp1.6"), central.link().handshake().subprotocols());
    station.link().send("[1]");
    central.link().send("[2]");
    central.link().ping();
    await(() -> central.heard.contains("pong") && central.heard.contains("[1]") && station.heard.contains("[2]"));
    central.link().close(1008, "go");
    await(() -> station.heard.contains("closed 1008 go"));
    assertFalse(central.link().isOpen());
  }

  @Test
  void theServingEndSeesThePathAndTheNameUsedHere() {
    net.call("cp 1/\u00e9", "left bay");
    End central = connect();
    assertEquals("left bay", central.link().identity());
    assertEquals("/ocpp", central.link().handshake().path());
  }

  @Test
  void aStrangerHearsThatItIsRefused() {
    net.dial(Handshake.ocpp16("stranger"), station);
    await(() -> station.heard.contains("refused 404"));
  }

  @Test
  void whereNobodyListensTheStationIsToldSo() {
    net.dialTo(URI.create("ws://127.0.0.1:9/"));
    net.dial(Handshake.ocpp16("cp-1"), station);
    await(() -> station.heard.contains("refused 0"));
  }

  @Test
  void anOversizedFrameClosesItsLinkWith1009() {
    connect();
    station.link().send("[\"" + "x".repeat(2 * FRAME_BYTES_MAX) + "\"]");
    await(() -> station.heard.stream().anyMatch(heard -> heard.startsWith("closed 1009")));
  }

  @Test
  void aCutIsHeardAtBothEndsAndHealsByDialingAgain() {
    End central = connect();
    Faults.Guard cut = net.faults().add("cp 1/\u00e9"::equals, new Fault.Cut());
    await(() -> central.heard.contains("closed 1006") && station.heard.contains("closed 1006"));
    net.dial(Handshake.ocpp16("cp 1/\u00e9"), station);
    await(() -> station.heard.contains("refused 0"));
    cut.close();
    net.dial(Handshake.ocpp16("cp 1/\u00e9"), station);
    await(() -> centrals.size() == 2 && station.heard.getLast().equals("opened"));
  }

  @Test
  void heldFramesWaitAndSilentLinksSwallow() {
    End central = connect();
    Faults.Guard hold = net.faults().add("cp 1/\u00e9"::equals, new Fault.Hold());
    station.link().send("[1]");
    station.link().send("[2]");
    time.runUntil(time.now() + 50 * Micros.MILLISECOND);
    assertEquals(List.of("opened"), central.heard);
    hold.close();
    await(() -> central.heard.equals(List.of("opened", "[1]", "[2]")));
    Faults.Guard silence = net.faults().add("cp 1/\u00e9"::equals, new Fault.Silence());
    station.link().send("[3]");
    time.runUntil(time.now() + 50 * Micros.MILLISECOND);
    silence.close();
    station.link().send("[4]");
    await(() -> central.heard.equals(List.of("opened", "[1]", "[2]", "[4]")));
  }
}
