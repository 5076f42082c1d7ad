package io.parkbench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.SerialLine;
import io.parkbench.kernel.WallClock;
import io.parkbench.wire.modbus.SlaveHabits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests and replies over real sockets in real time: R-DYN-2, and the traps T11 (slow, cut, joined) and T18 (few connections, idle close). */
class LiveExchangeTest {
  private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
  private static final long TIMEOUT = 400 * Micros.MILLISECOND;
  private static final Endpoint METER = new Endpoint("main", "192.168.42.42", 502, 7);

  private final WallClock time = new WallClock();
  private final LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, 1_000);
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void close() {
    net.close();
  }

  /** Replies with the unit and the address that was asked for. */
  private static void echo(int unit, byte[] request, Responder.Reply reply) {
    reply.send(new byte[] {request[0], 2, (byte) unit, request[2]});
  }

  private void ask(Endpoint to, int register, long timeout) {
    byte[] request = {3, 0, (byte) register, 0, 1};
    net.exchange().ask(to, request, timeout, new Exchange.Answer() {
      @Override
      public void answered(byte[] reply) {
        told.add(to.name() + " " + HexFormat.of().formatHex(reply));
      }

      @Override
      public void failed(Exchange.Failure why) {
        told.add(to.name() + " " + why);
      }
    });
  }

  /** Asks and waits for the outcome. */
  private String outcome(Endpoint to, int register) {
    int before = told.size();
    ask(to, register, TIMEOUT);
    await(before + 1);
    return told.getLast();
  }

  private void await(int count) {
    assertTrue(time.runUntil(() -> told.size() >= count, time.now() + 5 * Micros.SECOND), "within 5 s; told " + told);
  }

  private void rest(int millis) {
    time.runUntil(time.now() + millis * Micros.MILLISECOND);
  }

  private Endpoint served(Responder device, SlaveHabits habits) {
    int port = net.modbus().serveAt(new InetSocketAddress(HOST, 0), device, habits);
    return new Endpoint("real", HOST, port, 1);
  }

  @Test
  void aDeviceOfTheSiteIsFoundAtItsAddressWhateverThatIs() {
    net.serve("192.168.42.42", 502, LiveExchangeTest::echo);
    net.serve("/dev/ttyUSB0?baud=9600", 0, LiveExchangeTest::echo);
    Endpoint line = new Endpoint("line", "/dev/ttyUSB0?baud=9600", 0, 247);
    assertEquals("main 03020709", outcome(METER, 9));
    assertEquals("line 0302f70a", outcome(line, 10));
    for (int i = 0; i < 50; i++) {
      ask(METER, i, TIMEOUT);
    }
    await(52);
    assertEquals("main 03020731", told.getLast());
    net.serve("192.168.42.42", 502, (unit, request, reply) -> reply.send(new byte[] {(byte) 0x83, 0x0B}));
    assertEquals("main 830b", outcome(METER, 0));
  }

  @Test
  void whatIsNotModbusAsItShouldBePassesToo() {
    for (String pdu : List.of("", "03", "0304", "030200", "aa0102", "2b0e0100")) {
      net.serve("192.168.42.42", 502, (unit, request, reply) -> reply.send(HexFormat.of().parseHex(pdu)));
      assertEquals("main " + pdu, outcome(METER, 0));
    }
  }

  @Test
  void aSilentDeviceTimesOutAndTheLoopGoesOn() {
    net.serve("192.168.42.42", 502, (unit, request, reply) -> {});
    AtomicInteger ticks = new AtomicInteger();
    for (int i = 1; i <= 30; i++) {
      time.after(i * 10L * Micros.MILLISECOND, ticks::incrementAndGet);
    }
    long asked = time.now();
    assertEquals("main TIMED_OUT", outcome(METER, 0));
    assertTrue(time.now() - asked >= TIMEOUT && time.now() - asked < 2 * TIMEOUT, "after " + (time.now() - asked) + " µs");
    assertEquals(30, ticks.get());
  }

  @Test
  void aSilentUnitLeavesTimeForTheOthersAtItsAddress() {
    net.serve("192.168.42.42", 502, (unit, request, reply) -> {
      if (unit != 7) {
        echo(unit, request, reply);
      }
    });
    Endpoint other = new Endpoint("other", "192.168.42.42", 502, 8);
    assertEquals("other 03020800", outcome(other, 0));
    assertEquals("main TIMED_OUT", outcome(METER, 0));
    for (int i = 0; i < 3; i++) {
      told.clear();
      ask(METER, i, TIMEOUT);
      ask(other, i, TIMEOUT);
      await(2);
      assertEquals(List.of("other 0302080" + i, "main TIMED_OUT"), told);
    }
  }

  @Test
  void aReplyThatComesTooLateIsNotTakenForTheNext() {
    Endpoint slow = served(
        (unit, request, reply) -> time.after(
            (request[2] == 1 ? 600 : 50) * Micros.MILLISECOND, () -> echo(unit, request, reply)),
        SlaveHabits.GOOD);
    assertEquals("real TIMED_OUT", outcome(slow, 1));
    assertEquals("real 03020102", outcome(slow, 2));
    rest(300);
    assertEquals("real 03020103", outcome(slow, 3));
  }

  @Test
  void repliesInPiecesAreReadWhole() {
    Endpoint pieces = served(LiveExchangeTest::echo, new SlaveHabits(1, 1, Duration.ZERO, 0));
    for (int i = 0; i < 10; i++) {
      assertEquals("real 0302010" + i, outcome(pieces, i));
    }
  }

  @Test
  void ofTwoRepliesInOneSegmentTheRightOneIsTaken() {
    Endpoint joined = served(LiveExchangeTest::echo, new SlaveHabits(0, 2, Duration.ZERO, 0));
    assertEquals("real TIMED_OUT", outcome(joined, 1));
    assertEquals("real 03020102", outcome(joined, 2));
    assertEquals("real TIMED_OUT", outcome(joined, 3));
    assertEquals("real 03020104", outcome(joined, 4));
  }

  @Test
  void aConnectionClosedForIdlenessIsMadeAnewUnnoticed() {
    Endpoint impatient = served(LiveExchangeTest::echo, new SlaveHabits(0, 1, Duration.ofMillis(30), 0));
    for (int i = 0; i < 5; i++) {
      assertEquals("real 0302010" + i, outcome(impatient, i));
      rest(100);
    }
  }

  @Test
  void whereAllConnectionsAreTakenItBacksOffAndComesInWhenOneIsFree() throws IOException {
    Endpoint full = served(LiveExchangeTest::echo, new SlaveHabits(0, 1, Duration.ZERO, 1));
    try (Socket other = new Socket(HOST, full.port())) {
      rest(50);
      assertTrue(other.isConnected());
      assertEquals("real UNREACHABLE", outcome(full, 1));
    }
    assertEquals("real UNREACHABLE", outcome(full, 2), "no new connection before the pause is over");
    rest(1_100);
    assertEquals("real 03020103", outcome(full, 3));
  }

  @Test
  void anAddressWhereConnectionsBreakIsNotStormed() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread = Thread.ofPlatform().name("slammer").daemon().start(() -> {
        try {
          while (true) {
            server.accept().close();
            connections.incrementAndGet();
          }
        } catch (IOException e) {
          // the test is over
        }
      });
      Endpoint slamming = new Endpoint("slam", HOST, server.getLocalPort(), 1);
      long end = time.now() + 3_500 * Micros.MILLISECOND;
      while (time.now() < end) {
        assertEquals("slam UNREACHABLE", outcome(slamming, 0));
        rest(20);
      }
      assertTrue(thread.isAlive());
    }
    assertTrue(connections.get() >= 2 && connections.get() <= 3, connections + " connections: at 0, 1 and 3 s");
  }

  @Test
  void whereNobodyListensItIsUnreachableUntilSomebodyDoes() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Endpoint later = new Endpoint("later", HOST, port, 1);
    assertEquals("later UNREACHABLE", outcome(later, 0));
    net.modbus().serveAt(new InetSocketAddress(HOST, port), LiveExchangeTest::echo, SlaveHabits.GOOD);
    rest(1_100);
    assertEquals("later 03020105", outcome(later, 5));
    assertEquals("no such host UNREACHABLE", outcome(new Endpoint("no such host", "meter.invalid", 502, 1), 0));
  }

  @Test
  void faultsDecideAsInVirtualTime() {
    net.serve("192.168.42.42", 502, LiveExchangeTest::echo);
    Faults.Guard cut = net.faults().add(Links.of("main"), new Fault.Cut());
    assertEquals("main UNREACHABLE", outcome(METER, 1));
    cut.close();
    assertEquals("main 03020702", outcome(METER, 2));
    for (Fault fault : List.of(new Fault.Silence(), new Fault.Drop(1), new Fault.Corrupt(1))) {
      Faults.Guard guard = net.faults().add(Links.of("main"), Direction.UP, fault);
      assertEquals("main TIMED_OUT", outcome(METER, 3));
      guard.close();
    }
    Faults.Guard delay = net.faults().add(Links.of("main"), new Fault.Delay(100_000, 100_000));
    long asked = time.now();
    assertEquals("main 03020704", outcome(METER, 4));
    assertTrue(time.now() - asked >= 200 * Micros.MILLISECOND);
    delay.close();
    assertEquals("main 03020705", outcome(METER, 5));
  }

  @Test
  void aSerialLineThatIsNotThereIsUnreachableAndOneThatIsMiswrittenIsRefused() {
    assertEquals("gone UNREACHABLE", outcome(new Endpoint("gone", "/dev/parkbench-none", 0, 1), 0));
    Endpoint miswritten = new Endpoint("line", "/dev/ttyUSB0?speed=1", 0, 1);
    assertThrows(IllegalArgumentException.class, () -> ask(miswritten, 0, TIMEOUT));
    SerialLine gone = SerialLine.parse("/dev/parkbench-none");
    assertThrows(UncheckedIOException.class, () -> net.modbus().serveOn(gone, LiveExchangeTest::echo));
  }
}
