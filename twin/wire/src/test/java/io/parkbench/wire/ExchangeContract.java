package io.parkbench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link VirtualNet} promises about requests and replies, whichever carrier it stands on. */
abstract class ExchangeContract {
  static final byte[] READ = {3, 0x0B, (byte) 0xB7, 0, 2};
  static final byte[] VALUES = {3, 4, 0x42, 0x3A, 0, 0};
  private static final Latency LATENCY = new Latency(5 * Micros.MILLISECOND, 5 * Micros.MILLISECOND);
  private static final long TIMEOUT = 400 * Micros.MILLISECOND;
  private static final Endpoint METER = new Endpoint("main", "192.168.42.42", 502, 7);
  private static final Endpoint OTHER = new Endpoint("other", "192.168.42.42", 502, 8);

  private final VirtualTime time = new VirtualTime(0, "");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines recording = new JsonLines(bytes);
  private final List<String> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Carrier carrier;
  private VirtualNet net;

  abstract Carrier carrier(VirtualTime onTime);

  @BeforeEach
  void open() {
    carrier = carrier(time);
    net = new VirtualNet(time, new Seed(1), recording, carrier, LATENCY);
    serve((unit, request, reply) -> reply.send(VALUES));
  }

  @AfterEach
  void close() {
    carrier.close();
  }

  private void serve(Responder device) {
    net.serve(METER.host(), METER.port(), (unit, request, reply) -> {
      asked.add(time.now() / 1_000 + " " + unit + " " + hex(request));
      device.asked(unit, request, reply);
    });
  }

  private void ask(Endpoint to) {
    ask(to, READ);
  }

  private void ask(Endpoint to, byte[] request) {
    net.exchange().ask(to, request, TIMEOUT, new Told(time, to.name(), told));
  }

  private void run() {
    time.runFor(Duration.ofSeconds(1));
  }

  private static String hex(byte[] pdu) {
    return HexFormat.of().formatHex(pdu);
  }

  private Faults.Guard fault(Direction direction, Fault fault) {
    return net.faults().add(Links.of("main"), direction, fault);
  }

  @Test
  void aRequestArrivesAfterOneLatencyAndTheReplyAfterAnother() {
    ask(METER);
    run();
    assertEquals(List.of("5 7 030bb70002"), asked);
    assertEquals(List.of("10 main 0304423a0000"), told);
  }

  @Test
  void severalUnitsAndManyRequestsShareAnAddress() {
    net.serve("192.168.42.43", 502, (unit, request, reply) -> reply.send(new byte[] {3, 2, 0, (byte) unit}));
    Endpoint elsewhere = new Endpoint("elsewhere", "192.168.42.43", 502, 255);
    serve((unit, request, reply) -> reply.send(new byte[] {request[0], 2, request[2], (byte) unit}));
    for (int i = 0; i < 3; i++) {
      ask(METER, new byte[] {3, 0, (byte) i, 0, 1});
      ask(OTHER, new byte[] {4, 0, (byte) i, 0, 1});
    }
    ask(elsewhere, READ);
    run();
    assertEquals(
        List.of(
            "10 main 03020007", "10 other 04020008", "10 main 03020107", "10 other 04020108", "10 main 03020207",
            "10 other 04020208", "10 elsewhere 030200ff"),
        told);
  }

  @Test
  void exceptionsAreRepliesAndLargeOnesPass() {
    byte[] large = new byte[252];
    large[0] = 3;
    large[1] = (byte) 250;
    serve((unit, request, reply) -> reply.send(unit == 7 ? new byte[] {(byte) 0x83, 0x0B} : large));
    ask(METER, new byte[] {3, 0, 0, 0, 125});
    ask(OTHER, new byte[] {3, 0, 0, 0, 125});
    run();
    assertEquals(List.of("10 main 830b", "10 other " + hex(large)), told);
  }

  @Test
  void whatNobodyHasCheckedPassesToo() {
    byte[][] odd = {{3, 4, 1}, {3, 0}, {4, 2, 0, 1}, {(byte) 0x84, 1}, {(byte) 0x83, 0x7F}, {0x2B, 0x0E, 1}, {3}, {},
        new byte[253]};
    for (byte[] reply : odd) {
      told.clear();
      serve((unit, request, to) -> to.send(reply));
      ask(METER);
      ask(METER, new byte[] {0x2B, 0x0E, 1, 0});
      run();
      assertEquals(2, told.size());
      assertTrue(told.stream().allMatch(line -> line.endsWith("main " + hex(reply))), told + " for " + hex(reply));
    }
  }

  @Test
  void aSlowReplyArrivesLaterAndOneAfterTheDeadlineNever() {
    serve((unit, request, reply) -> time.after((unit == 7 ? 300 : 391) * Micros.MILLISECOND, () -> reply.send(VALUES)));
    ask(METER);
    ask(OTHER);
    run();
    assertEquals(List.of("310 main 0304423a0000", "400 other TIMED_OUT"), told);
  }

  @Test
  void aReplyAtTheDeadlineIsInTime() {
    serve((unit, request, reply) -> time.after(390 * Micros.MILLISECOND, () -> reply.send(VALUES)));
    ask(METER);
    run();
    assertEquals(List.of("400 main 0304423a0000"), told);
  }

  @Test
  void aRequestThatArrivesAfterTheDeadlineIsStillAsked() {
    net.exchange().ask(METER, READ, 3 * Micros.MILLISECOND, new Told(time, "main", told));
    run();
    assertEquals(List.of("3 main TIMED_OUT"), told);
    assertEquals(1, asked.size());
  }

  @Test
  void aSilentDeviceTimesOut() {
    serve((unit, request, reply) -> {});
    ask(METER);
    run();
    assertEquals(List.of("400 main TIMED_OUT"), told);
  }

  @Test
  void aDeviceThatRepliesTwiceFailsTheRun() {
    serve((unit, request, reply) -> {
      reply.send(VALUES);
      reply.send(VALUES);
    });
    ask(METER);
    assertThrows(IllegalStateException.class, this::run);
  }

  @Test
  void whereNothingIsServedItIsUnreachableAfterARoundTrip() {
    ask(new Endpoint("nowhere", "192.168.42.99", 502, 1));
    ask(new Endpoint("other port", "192.168.42.42", 503, 1));
    ask(new Endpoint("line", "/dev/ttyUSB0", 0, 1));
    run();
    assertEquals(List.of("10 nowhere UNREACHABLE", "10 other port UNREACHABLE", "10 line UNREACHABLE"), told);
  }

  @Test
  void aSerialLineIsAnAddressToo() {
    net.serve("/dev/ttyUSB0", 0, (unit, request, reply) -> reply.send(VALUES));
    ask(new Endpoint("line", "/dev/ttyUSB0", 0, 247));
    run();
    assertEquals(List.of("10 line 0304423a0000"), told);
  }

  @Test
  void whatIsDroppedTimesOutAndADroppedRequestNeverArrives() {
    Faults.Guard down = fault(Direction.DOWN, new Fault.Drop(1));
    ask(METER);
    ask(OTHER);
    run();
    down.close();
    assertEquals(List.of("10 other 0304423a0000", "400 main TIMED_OUT"), told);
    assertEquals(1, asked.size());
    fault(Direction.UP, new Fault.Drop(1));
    ask(METER);
    run();
    assertEquals(List.of("5 8 030bb70002", "1005 7 030bb70002"), asked);
    assertEquals("1400 main TIMED_OUT", told.getLast());
  }

  @Test
  void whatIsCorruptedIsThrownAwayAndWhatIsDuplicatedIsNot() {
    Faults.Guard twice = net.faults().add(Links.of("main"), new Fault.Duplicate(1));
    ask(METER);
    run();
    twice.close();
    assertEquals(List.of("10 main 0304423a0000"), told);
    assertEquals(1, asked.size());
    net.faults().add(Links.of("main"), new Fault.Corrupt(1));
    ask(METER);
    run();
    assertEquals("1400 main TIMED_OUT", told.getLast());
  }

  @Test
  void delayIsAddedEachWay() {
    net.faults().add(Links.of("main"), new Fault.Delay(100_000, 100_000));
    ask(METER);
    run();
    assertEquals(List.of("105 7 030bb70002"), asked);
    assertEquals(List.of("210 main 0304423a0000"), told);
    fault(Direction.UP, new Fault.Delay(200_000, 200_000));
    ask(METER);
    run();
    assertEquals("1400 main TIMED_OUT", told.getLast());
  }

  @Test
  void whatIsHeldGoesOnWhenHealed() {
    Faults.Guard down = fault(Direction.DOWN, new Fault.Hold());
    ask(METER);
    time.runUntil(100 * Micros.MILLISECOND);
    Faults.Guard up = fault(Direction.UP, new Fault.Hold());
    down.close();
    time.runUntil(200 * Micros.MILLISECOND);
    assertEquals(List.of("105 7 030bb70002"), asked);
    up.close();
    run();
    assertEquals(List.of("205 main 0304423a0000"), told);
  }

  @Test
  void aRequestHeldBeyondItsDeadlineTimesOutThereAndArrivesLater() {
    Faults.Guard down = fault(Direction.DOWN, new Fault.Hold());
    ask(METER);
    time.runUntil(500 * Micros.MILLISECOND);
    assertEquals(List.of("400 main TIMED_OUT"), told);
    down.close();
    run();
    assertEquals(List.of("505 7 030bb70002"), asked);
    assertEquals(1, told.size());
  }

  @Test
  void aCutIsToldAtOnceForWhatIsUnderWayAndAfterwards() {
    serve((unit, request, reply) -> time.after(50 * Micros.MILLISECOND, () -> reply.send(VALUES)));
    ask(METER);
    ask(OTHER);
    time.runUntil(20 * Micros.MILLISECOND);
    ask(METER);
    time.runUntil(21 * Micros.MILLISECOND);
    Faults.Guard cut = net.faults().add(Links.of("main"), new Fault.Cut());
    time.runUntil(30 * Micros.MILLISECOND);
    ask(METER);
    run();
    assertEquals(
        List.of("21 main UNREACHABLE", "21 main UNREACHABLE", "30 main UNREACHABLE", "60 other 0304423a0000"), told);
    assertEquals(2, asked.size());
    cut.close();
    ask(METER);
    run();
    assertEquals("1090 main 0304423a0000", told.getLast());
  }

  @Test
  void silenceSwallowsWhatIsUnderWayAndAfterwards() {
    ask(METER);
    time.runUntil(7 * Micros.MILLISECOND);
    Faults.Guard silence = net.faults().add(Links.of("main"), new Fault.Silence());
    time.runUntil(20 * Micros.MILLISECOND);
    ask(METER);
    run();
    assertEquals(List.of("400 main TIMED_OUT", "420 main TIMED_OUT"), told);
    assertEquals(1, asked.size());
    silence.close();
    ask(METER);
    run();
    assertEquals("1030 main 0304423a0000", told.getLast());
  }

  @Test
  void anotherDeviceAtTheAddressTakesItsPlace() {
    ask(METER);
    run();
    net.serve(METER.host(), METER.port(), (unit, request, reply) -> reply.send(new byte[] {3, 0}));
    ask(METER);
    run();
    assertEquals(List.of("10 main 0304423a0000", "1010 main 0300"), told);
  }

  @Test
  void latencyIsDrawnFromTheEndpointsOwnStream() {
    VirtualNet other = new VirtualNet(time, new Seed(3), recording, carrier, Latency.LOCAL);
    other.serve(METER.host(), METER.port(), (unit, request, reply) -> reply.send(VALUES));
    other.exchange().ask(METER, READ, TIMEOUT, new Told(time, "alone", told));
    run();
    VirtualNet busy = new VirtualNet(time, new Seed(3), recording, carrier, Latency.LOCAL);
    busy.serve(METER.host(), METER.port(), (unit, request, reply) -> reply.send(VALUES));
    busy.exchange().ask(OTHER, READ, TIMEOUT, new Told(time, "other", told));
    busy.exchange().ask(METER, READ, TIMEOUT, new Told(time, "busy", told));
    run();
    long alone = instant("alone");
    assertEquals(alone, instant("busy") - 1_000);
    assertTrue(alone != instant("other") - 1_000, told.toString());
  }

  private long instant(String name) {
    String line = told.stream().filter(each -> each.contains(name)).findFirst().orElseThrow();
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }

  @Test
  void onlyFaultsAreRecorded() {
    ask(METER);
    fault(Direction.UP, new Fault.Drop(1)).close();
    run();
    recording.hash();
    assertEquals(2, bytes.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"k\":\"fault\"")).count());
    assertEquals(2, bytes.toString(StandardCharsets.UTF_8).lines().count());
  }
}
