package io.parkbench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.kernel.WebStream;
import io.parkbench.wire.web.Certificates;
import io.parkbench.wire.web.Identity;
import io.parkbench.wire.web.TlsVersions;
import io.parkbench.wire.web.Trust;
import io.parkbench.wire.web.WebLimits;
import io.parkbench.wire.web.WebServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP over real sockets in real time: R-SEC-2, R-BEMS-8. */
class LiveWebTest {
  private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
  private static final long TIMEOUT = 20 * Micros.SECOND;
  private static final Endpoint BEMS = new Endpoint("bems", "192.168.1.10", 443, 0);

  private final WallClock time = new WallClock();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines recording = new JsonLines(bytes);
  private final LiveNet net = new LiveNet(time, new Seed(1), recording, 1_000);
  private final List<String> told = new ArrayList<>();
  private final Events events = new Events();

  @AfterEach
  void close() {
    net.close();
  }

  /** What a stream is told at the server. */
  private static final class Events implements WebStream {
    final List<String> told = new ArrayList<>();
    @Nullable Outlet outlet;

    @Override
    public void opened(Outlet to) {
      told.add("opened");
      outlet = to;
    }

    @Override
    public void closed() {
      told.add("closed");
    }

    void send(String text) {
      if (outlet != null) {
        outlet.send(text);
      }
    }
  }

  /** Without the instants, which are real. */
  private static final class Untimed extends WebTold {
    Untimed(Loop loop, String name, List<String> told) {
      super(loop, name, told);
    }

    @Override
    void tell(String what) {
      told().add(what);
    }
  }

  private WebCall ask(Endpoint to, WebRequest request, long timeout) {
    return net.web().send(to, request, timeout, new Untimed(time, to.name(), told));
  }

  private static WebRequest get(String target) {
    return WebRequest.of("GET", target, WebHeaders.NONE, "");
  }

  private String outcome(Endpoint to, WebRequest request) {
    int before = told.size();
    ask(to, request, TIMEOUT);
    await(before + 1);
    return told.getLast();
  }

  private void await(int count) {
    assertTrue(time.runUntil(() -> told.size() >= count, time.now() + 30 * Micros.SECOND), "within 30 s; told " + told);
  }

  private void awaitEvents(String... expected) {
    time.runUntil(() -> events.told.size() >= expected.length, time.now() + 30 * Micros.SECOND);
    assertEquals(List.of(expected), events.told);
  }

  private void rest(int millis) {
    time.runUntil(time.now() + millis * Micros.MILLISECOND);
  }

  private static void echo(WebRequest request, WebService.Reply reply) {
    reply.send(WebResponse.of(200, WebHeaders.NONE, request + " " + request.text() + " " + request.secure()));
  }

  private void stream() {
    net.serveWeb(
        BEMS.host(), BEMS.port(),
        (request, reply) -> reply.send(WebResponse.streaming(WebHeaders.of("Content-Type", "text/event-stream"), events)));
  }

  @Test
  void aServerOfTheSiteIsFoundAtItsAddressWhateverThatIs() {
    List<String> threads = new CopyOnWriteArrayList<>();
    net.serveWeb(BEMS.host(), BEMS.port(), (request, reply) -> {
      threads.add(Thread.currentThread().getName());
      assertFalse(reply.isOnLoop());
      reply.onLoop(() -> {
        assertNotEquals(threads.getLast(), Thread.currentThread().getName());
        echo(request, reply);
      });
    });
    assertEquals("200 GET /a?b=%C3%9C  true", outcome(BEMS, get("/a?b=%C3%9C")));
    assertTrue(threads.getFirst().startsWith("parkbench-web-request-"), threads.toString());
    assertEquals("200 GET /  false", outcome(BEMS, new WebRequest("GET", "/", WebHeaders.NONE, new byte[0], "", false)));
    net.serveWeb(BEMS.host(), BEMS.port(), (request, reply) -> {
      throw new IllegalStateException("secret");
    });
    assertEquals("500 ", outcome(BEMS, get("/")));
  }

  @Test
  void aSlowServiceTimesOutAndTheLoopGoesOn() {
    net.serveWeb(BEMS.host(), BEMS.port(), (request, reply) -> {});
    int[] ticks = {0};
    for (int i = 1; i <= 20; i++) {
      time.after(i * 10L * Micros.MILLISECOND, () -> ticks[0]++);
    }
    long asked = time.now();
    ask(BEMS, get("/"), 400 * Micros.MILLISECOND);
    await(1);
    assertEquals(List.of("TIMED_OUT"), told);
    assertTrue(time.now() - asked >= 400 * Micros.MILLISECOND);
    assertEquals(20, ticks[0]);
  }

  @Test
  void chunksComeInOrderUntilTheServerEnds() {
    stream();
    ask(BEMS, get("/events"), TIMEOUT);
    await(1);
    awaitEvents("opened");
    events.send("data: 1\n\n");
    events.send("data: ä€\n\ndata: 3\n\n");
    await(2);
    rest(50);
    if (events.outlet != null) {
      events.outlet.end();
    }
    await(told.size() + 1);
    assertEquals("200 |+ data: 1|+ data: ä€|+ data: 3|ended", String.join("|", told).replace("\n\n", "|+ "));
    assertEquals(List.of("opened"), events.told);
  }

  @Test
  void aClientThatLetsGoIsNoticedWithTheNextChunks() {
    stream();
    WebCall call = ask(BEMS, get("/events"), TIMEOUT);
    await(1);
    awaitEvents("opened");
    call.cancel();
    for (int i = 0; i < 50 && events.told.size() < 2; i++) {
      events.send(": ping\n\n");
      rest(20);
    }
    awaitEvents("opened", "closed");
    assertEquals(List.of("200 "), told);
  }

  @Test
  void aCutEndsAStreamAndSilenceDoesNot() {
    stream();
    ask(BEMS, get("/events"), TIMEOUT);
    await(1);
    awaitEvents("opened");
    Faults.Guard silence = net.faults().add(Links.of("bems"), new Fault.Silence());
    events.send("data: lost\n\n");
    rest(100);
    silence.close();
    events.send("data: heard\n\n");
    await(2);
    Faults.Guard cut = net.faults().add(Links.of("bems"), new Fault.Cut());
    await(3);
    assertEquals("UNREACHABLE", outcome(BEMS, get("/")));
    cut.close();
    assertEquals(List.of("200 ", "+ data: heard", "ended", "UNREACHABLE"), told);
  }

  @Test
  void faultsDecideAsInVirtualTime() {
    net.serveWeb(BEMS.host(), BEMS.port(), LiveWebTest::echo);
    Faults.Guard drop = net.faults().add(Links.of("bems"), Direction.UP, new Fault.Drop(1));
    ask(BEMS, get("/"), 300 * Micros.MILLISECOND);
    await(1);
    drop.close();
    Faults.Guard delay = net.faults().add(Links.of("bems"), new Fault.Delay(100_000, 100_000));
    long asked = time.now();
    assertEquals("200 GET /  true", outcome(BEMS, get("/")));
    assertTrue(time.now() - asked >= 200 * Micros.MILLISECOND);
    delay.close();
    assertEquals("TIMED_OUT", told.getFirst());
  }

  @Test
  void anotherServerIsBelievedByItsFingerprintOnly() {
    Identity identity = Certificates.passing(List.of());
    InetSocketAddress free = new InetSocketAddress(HOST, 0);
    WebServer server = net.web().serveAt(free, null, identity, TlsVersions.STRONG, WebLimits.PUBLIC, LiveWebTest::echo);
    Endpoint there = new Endpoint("there", HOST, server.port(), 0);
    assertEquals("UNREACHABLE", outcome(there, get("/")), "a certificate that signs itself");
    net.web().trust(Trust.pinned(Certificates.passing(List.of()).fingerprint()));
    assertEquals("UNREACHABLE", outcome(there, get("/")), "another fingerprint");
    net.web().trust(Trust.pinned(identity.fingerprint()));
    assertEquals("200 GET /  true", outcome(there, get("/")));
    net.web().trust(Trust.all());
    assertEquals("200 GET /  true", outcome(there, get("/")));
    recording.hash();
    String recorded = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(recorded.contains("has another fingerprint"), recorded);
    assertTrue(recorded.contains("\"l\":\"127.0.0.1\""), "what others ask is recorded by their address: " + recorded);
  }

  @Test
  void whereNobodyListensItIsUnreachable() {
    assertEquals("UNREACHABLE", outcome(new Endpoint("gone", HOST, 1, 0), get("/")));
    assertEquals("UNREACHABLE", outcome(new Endpoint("gone", "bems.invalid", 443, 0), get("/")));
  }
}
