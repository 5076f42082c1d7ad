package io.parkbench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link VirtualNet} promises, whichever carrier it stands on. */
abstract class NetContract {
  private static final Latency LATENCY = new Latency(5 * Micros.MILLISECOND, 5 * Micros.MILLISECOND);

  private final VirtualTime time = new VirtualTime(0, "");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines recording = new JsonLines(bytes);
  private final List<End> centrals = new ArrayList<>();
  private final End station = new End(time);
  private Carrier carrier;
  private VirtualNet net;

  abstract Carrier carrier(VirtualTime onTime);

  @BeforeEach
  void listen() {
    carrier = carrier(time);
    net = new VirtualNet(time, new Seed(1), recording, carrier, LATENCY);
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
    carrier.close();
  }

  private End connect() {
    net.dial(Handshake.ocpp16("cp-1"), station);
    time.runFor(Duration.ofMillis(10));
    assertTrue(station.link().isOpen());
    return centrals.getLast();
  }

  private void run() {
    time.runFor(Duration.ofSeconds(1));
  }

  private String recorded() {
    recording.hash();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aLinkOpensWhenTheHandshakeArrivesAndAtTheStationWhenTheAnswerDoes() {
    End central = connect();
    assertEquals(List.of(5_000L), central.instants);
    assertEquals(List.of(10_000L), station.instants);
  }

  @Test
  void framesArriveWholeInOrderAndAfterTheirLatency() {
    End central = connect();
    String large = "[\"" + "\u00e9\u20ac\ud83d\ude97".repeat(20_000) + "\"]";
    station.link().send("[1]");
    station.link().send(large);
    station.link().sendRaw("no json\n");
    central.link().send("[2]");
    run();
    assertEquals(List.of("opened", "[1]", large, "no json\n"), central.heard);
    assertEquals(15_000L, central.instants.get(1));
    assertEquals(List.of("opened", "[2]"), station.heard);
  }

  @Test
  void aRefusedStationHearsTheStatusAndNothingElse() {
    net.dial(Handshake.ocpp16("stranger"), station);
    run();
    assertEquals(List.of("refused 404"), station.heard);
    assertTrue(centrals.isEmpty());
  }

  @Test
  void aGoodbyeComesAfterTheFramesBeforeItAndLosesThoseUnderWayToItsSender() {
    End central = connect();
    station.link().send("[1]");
    central.link().send("[2]");
    station.link().close(1000, "enough");
    station.link().send("[3]");
    run();
    assertEquals(List.of("opened", "[1]", "closed 1000 enough"), central.heard);
    assertEquals(List.of("opened"), station.heard);
    assertFalse(central.link().isOpen());
    assertTrue(recorded().contains("\"k\":\"lost\",\"l\":\"cp-1\",\"d\":\"down\",\"s\":10000,\"f\":[2]"));
  }

  @Test
  void aCutIsHeardAtBothEndsAtOnceAndLosesWhatIsUnderWay() {
    End central = connect();
    station.link().send("[1]");
    central.link().send("[2]");
    central.link().ping();
    time.runFor(Duration.ofMillis(1));
    net.faults().add("cp-1"::equals, new Fault.Cut());
    run();
    assertEquals(List.of("opened", "closed 1006"), central.heard);
    assertEquals(List.of("opened", "closed 1006"), station.heard);
    assertEquals(11_000L, station.instants.get(1));
    assertEquals(3, recorded().lines().filter(line -> line.contains("\"k\":\"lost\"")).count());
  }

  @Test
  void whileTheCableIsOutNobodyGetsThroughAndAfterwardsTheStationComesBack() {
    connect();
    Faults.Guard cut = net.faults().add("cp-1"::equals, new Fault.Cut());
    net.dial(Handshake.ocpp16("cp-1"), station);
    run();
    assertEquals(List.of("opened", "closed 1006", "refused 0"), station.heard);
    cut.close();
    net.dial(Handshake.ocpp16("cp-1"), station);
    run();
    station.link().send("[9]");
    run();
    assertEquals(List.of("opened", "[9]"), centrals.getLast().heard);
  }

  @Test
  void aSilentLinkTellsNobodyAndSwallowsEvenTheGoodbye() {
    End central = connect();
    station.link().send("[1]");
    Faults.Guard silence = net.faults().add("cp-1"::equals, new Fault.Silence());
    station.link().send("[2]");
    central.link().ping();
    station.link().close(1000, "");
    run();
    assertEquals(List.of("opened"), central.heard);
    assertTrue(central.link().isOpen());
    silence.close();
    central.link().send("[3]");
    run();
    assertEquals(List.of("opened"), station.heard);
    central.link().abandon();
    assertFalse(central.link().isOpen());
  }

  @Test
  void heldFramesWaitInOrderUntilTheFaultIsHealed() {
    End central = connect();
    Faults.Guard hold = net.faults().add("cp-1"::equals, Direction.UP, new Fault.Hold());
    station.link().send("[1]");
    station.link().send("[2]");
    central.link().send("[down]");
    run();
    assertEquals(List.of("opened"), central.heard);
    assertEquals(List.of("opened", "[down]"), station.heard);
    hold.close();
    station.link().send("[3]");
    run();
    assertEquals(List.of("opened", "[1]", "[2]", "[3]"), central.heard);
  }

  @Test
  void delayedFramesAreNotOvertaken() {
    End central = connect();
    Faults.Guard delay = net.faults().add("cp-1"::equals, new Fault.Delay(500_000, 500_000));
    station.link().send("[1]");
    delay.close();
    station.link().send("[2]");
    run();
    assertEquals(List.of("opened", "[1]", "[2]"), central.heard);
    assertEquals(List.of(5_000L, 515_000L, 515_000L), central.instants);
  }

  @Test
  void droppedFramesAreRecordedAsLost() {
    End central = connect();
    Faults.Guard drop = net.faults().add("cp-1"::equals, Direction.UP, new Fault.Drop(1));
    station.link().send("[1]");
    drop.close();
    station.link().send("[2]");
    run();
    assertEquals(List.of("opened", "[2]"), central.heard);
    assertTrue(recorded().contains("\"f\":[1],\"why\":\"drop\""));
  }

  @Test
  void duplicatedMessagesArriveTwiceInTheirPlace() {
    End central = connect();
    Faults.Guard twice = net.faults().add(Links.of("cp-1"), Direction.UP, new Fault.Duplicate(1));
    station.link().send("[1]");
    station.link().ping();
    twice.close();
    station.link().send("[2]");
    run();
    assertEquals(List.of("opened", "[1]", "[1]", "[2]"), central.heard);
    assertEquals(List.of("opened", "pong"), station.heard);
    assertTrue(recorded().contains("\"e\":\"on\",\"what\":\"Duplicate[probability=1.0]\",\"on\":\"cp-1\""), recorded());
  }

  @Test
  void corruptedMessagesAreNoJsonAndRecordedAsTheyArrive() {
    End central = connect();
    Faults.Guard corrupt = net.faults().add(Links.of("cp-1"), Direction.UP, new Fault.Corrupt(1));
    for (int i = 0; i < 100; i++) {
      station.link().send("[2,\"" + i + "\",\"Heartbeat\",{\"\u20ac\":\"\ud83d\ude97\"}]");
    }
    corrupt.close();
    station.link().send("[2]");
    run();
    assertEquals(102, central.heard.size());
    assertEquals("[2]", central.heard.getLast());
    assertTrue(central.heard.subList(1, 101).stream().noneMatch(JsonLines::isOneValue));
    assertEquals(100, recorded().lines().filter(line -> line.contains("\"x\":")).count());
  }

  @Test
  void faultsOnAFrameAddUp() {
    End central = connect();
    net.faults().add(Links.of("cp-1"), new Fault.Delay(100_000, 100_000));
    net.faults().add(Links.of("cp-1"), new Fault.Duplicate(1));
    net.faults().add(Links.of("cp-1"), new Fault.Corrupt(1));
    station.link().send("[1]");
    run();
    assertEquals(3, central.heard.size());
    assertEquals(central.heard.get(1), central.heard.get(2));
    assertEquals(115_000L, central.instants.get(1));
  }

  @Test
  void aPingIsAnsweredByTheOtherEnd() {
    End central = connect();
    central.link().ping();
    station.link().ping();
    run();
    assertEquals(List.of("opened", "pong"), central.heard);
    assertEquals(List.of("opened", "pong"), station.heard);
  }

  @Test
  void anAbandonedLinkStaysOpenAtTheOtherEndUntilThatLetsGoToo() {
    End central = connect();
    station.link().abandon();
    central.link().send("[1]");
    run();
    assertEquals(List.of("opened"), central.heard);
    assertEquals(List.of("opened"), station.heard);
    assertTrue(central.link().isOpen());
    central.link().close(1000, "");
    run();
    assertEquals(List.of("opened"), station.heard);
  }

  @Test
  void aSecondSocketUnderTheSameIdentityIsALinkOfItsOwn() {
    End first = connect();
    End second = new End(time);
    net.dial(Handshake.ocpp16("cp-1"), second);
    run();
    second.link().send("[2]");
    first.link().close(1008, "replaced");
    run();
    assertEquals(List.of("opened", "[2]"), centrals.getLast().heard);
    assertEquals(List.of("opened", "closed 1008 replaced"), station.heard);
    assertTrue(second.link().isOpen());
  }

  @Test
  void bothEndsMaySayGoodbyeAtOnce() {
    End central = connect();
    station.link().close(1000, "");
    central.link().close(1000, "");
    run();
    assertEquals(List.of("opened"), central.heard);
    assertEquals(List.of("opened"), station.heard);
  }
}
