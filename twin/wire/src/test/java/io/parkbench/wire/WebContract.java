package io.parkbench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.kernel.WebStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@link VirtualNet} promises about HTTP, whichever carrier it stands on: BEMS R-BEMS-5, R-BEMS-8. */
abstract class WebContract {
  private static final Latency LATENCY = new Latency(5 * Micros.MILLISECOND, 5 * Micros.MILLISECOND);
  private static final long TIMEOUT = 400 * Micros.MILLISECOND;
  static final Endpoint BEMS = new Endpoint("bems", "192.168.1.10", 443, 0);
  private static final Endpoint OTHER = new Endpoint("other", "192.168.1.10", 443, 0);

  private final VirtualTime time = new VirtualTime(0, "");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines recording = new JsonLines(bytes);
  private final List<String> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final TestStream stream = new TestStream(time);
  private Carrier carrier;
  private VirtualNet net;

  abstract Carrier carrier(VirtualTime onTime);

  @BeforeEach
  void open() {
    carrier = carrier(time);
    net = new VirtualNet(time, new Seed(1), recording, carrier, LATENCY);
    serve((request, reply) -> reply.send(WebResponse.of(200, WebHeaders.of("Content-Type", "text/plain"), "hello")));
  }

  @AfterEach
  void close() {
    carrier.close();
  }

  private void serve(WebService service) {
    net.serveWeb(BEMS.host(), BEMS.port(), (request, reply) -> {
      asked.add(time.now() / 1_000 + " " + request + " " + request.text());
      service.handle(request, reply);
    });
  }

  private void stream() {
    serve((request, reply) -> reply.send(WebResponse.streaming(WebHeaders.of("Content-Type", "text/event-stream"), stream)));
  }

  private static WebRequest get(String target) {
    return WebRequest.of("GET", target, WebHeaders.of("Accept", "*/*"), "10.0.0.7");
  }

  private static WebRequest put(String body) {
    return new WebRequest("PUT", "/a", WebHeaders.NONE, body.getBytes(StandardCharsets.UTF_8), "10.0.0.7", true);
  }

  private WebCall ask(Endpoint to, WebRequest request) {
    return net.web().send(to, request, TIMEOUT, new WebTold(time, to.name(), told));
  }

  private void run() {
    time.runFor(Duration.ofSeconds(1));
  }

  private void until(long millis) {
    time.runUntil(millis * Micros.MILLISECOND);
  }

  private Faults.Guard fault(Direction direction, Fault fault) {
    return net.faults().add(Links.of("bems"), direction, fault);
  }

  private String recorded() {
    recording.hash();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aRequestArrivesAfterOneLatencyAndTheResponseAfterAnother() {
    ask(BEMS, get("/a?b=c"));
    run();
    assertEquals(List.of("5 GET /a?b=c "), asked);
    assertEquals(List.of("10 bems 200 hello"), told);
  }

  @Test
  void allOfARequestAndItsResponseArrives() {
    List<WebRequest> heard = new ArrayList<>();
    List<WebResponse> responses = new ArrayList<>();
    WebHeaders headers = WebHeaders.of(WebHeaders.of("X-One", "a b;\"c\"", "Location", "/x").fields()).with("ETag", "\"7\"");
    byte[] binary = {0, -1, 10, 13, 0, 127};
    serve((request, reply) -> {
      heard.add(request);
      reply.send(WebResponse.of(201, headers, binary));
    });
    WebRequest sent = new WebRequest(
        "PUT", "/zones/%C3%9C%20/a%2Fb;x=1/../c//d?q=%22&&=&z",
        WebHeaders.of("If-Match", "\"7\"", "X-Empty", "", "Authorization", "Bearer s3"),
        binary, "10.0.0.7", true);
    net.web().send(BEMS, sent, TIMEOUT, new WebTold(time, "bems", told) {
      @Override
      public void answered(WebResponse response) {
        responses.add(response);
      }
    });
    run();
    assertEquals(List.of(sent), heard);
    assertEquals(headers, responses.getFirst().headers());
    assertEquals(201, responses.getFirst().status());
    assertEquals(List.of(binary), List.of(responses.getFirst().body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "PURGE", "get", "M-SEARCH"})
  void anyMethodReachesTheService(String method) {
    serve((request, reply) -> reply.send(WebResponse.of(405, WebHeaders.of("Allow", "GET"), "no")));
    ask(BEMS, WebRequest.of(method, "/", WebHeaders.NONE, "10.0.0.7"));
    run();
    assertEquals(List.of("5 " + method + " / "), asked);
    assertEquals(List.of("10 bems 405 no"), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/%ff", "/%c3%28", "/a%2Fb", "/a%5Cb", "/%25", "/a/..;x/y", "/a/%2e%2e/b", "/a/./b", "//", "//host/a", "/?%ff", "/?a?b",
      "/;", "/a;b=c",
      "/:x", "/a%20b", "/~a!$&'()*+,;=:@"})
  void anOddTargetArrivesAsItIs(String target) {
    ask(BEMS, get(target));
    run();
    assertEquals(List.of("5 GET " + target + " "), asked);
    assertEquals(List.of("10 bems 200 hello"), told);
  }

  @Test
  void anyStatusPasses() {
    serve((request, reply) -> reply.send(WebResponse.of(Integer.parseInt(request.target().substring(1)), WebHeaders.NONE, "")));
    List<String> expected = new ArrayList<>();
    for (int status = 200; status < 600; status++) {
      ask(BEMS, get("/" + status));
      expected.add("10 bems " + status + " ");
    }
    run();
    assertEquals(expected, told);
  }

  @Test
  void whatHasNoBodyHasNone() {
    serve((request, reply) -> reply
        .send(WebResponse.of(request.target().equals("/") ? 200 : 304, WebHeaders.of("ETag", "\"1\""), "body")));
    ask(BEMS, WebRequest.of("HEAD", "/", WebHeaders.NONE, "10.0.0.7"));
    ask(BEMS, get("/unchanged"));
    run();
    assertEquals(List.of("10 bems 200 ", "10 bems 304 "), told);
  }

  @Test
  void plainHttpIsToldAsSuch() {
    serve((request, reply) -> reply.send(WebResponse.of(request.secure() ? 200 : 403, WebHeaders.NONE, "")));
    ask(BEMS, new WebRequest("GET", "/", WebHeaders.NONE, new byte[0], "10.0.0.7", false));
    run();
    assertEquals(List.of("10 bems 403 "), told);
  }

  @Test
  void largeBodiesPassBothWays() {
    String large = "äöü€".repeat(100_000);
    serve((request, reply) -> reply.send(WebResponse.of(200, WebHeaders.NONE, request.text())));
    ask(BEMS, put(large));
    run();
    assertEquals(List.of("10 bems 200 " + large), told);
  }

  @Test
  void whatCannotBeSaidIsRefusedAtOnce() {
    for (String target : List.of("", "a", "/a b", "/%zz", "/ü", "/a#b", "/a\r\nX: y", "/..", "/a/../%2E./b", "/a%00b", "/?")) {
      assertThrows(IllegalArgumentException.class, () -> ask(BEMS, get(target)), target);
    }
    for (String method : List.of("", "GE T", "CONNECT", "G\r\n")) {
      assertThrows(IllegalArgumentException.class, () -> ask(BEMS, WebRequest.of(method, "/", WebHeaders.NONE, "")), method);
    }
    for (WebHeaders headers : List.of(
        WebHeaders.of("A", "b\r\nC: d"), WebHeaders.of("A b", "c"), WebHeaders.of("Host", "x"), WebHeaders.of("A", "ü"))) {
      assertThrows(IllegalArgumentException.class, () -> ask(BEMS, WebRequest.of("GET", "/", headers, "")));
    }
    run();
    assertEquals(List.of(), asked);
  }

  @Test
  void aServiceThatThrowsIsAnsweredWith500AndNothingOfIt() {
    serve((request, reply) -> {
      if (request.target().equals("/bad")) {
        reply.send(WebResponse.of(200, WebHeaders.of("X", "a\nb"), "secret"));
      }
      throw new IllegalStateException("secret");
    });
    ask(BEMS, get("/"));
    ask(BEMS, get("/bad"));
    run();
    assertEquals(List.of("10 bems 500 ", "10 bems 500 "), told);
    assertTrue(recorded().contains("\"why\":\"java.lang.IllegalStateException\""));
    assertFalse(recorded().contains("secret"));
  }

  @Test
  void aSecondReplyIsRefusedAndTheFirstCounts() {
    serve((request, reply) -> {
      reply.send(WebResponse.of(200, WebHeaders.NONE, "1"));
      assertThrows(IllegalStateException.class, () -> reply.send(WebResponse.of(200, WebHeaders.NONE, "2")));
      assertTrue(reply.isOnLoop());
    });
    ask(BEMS, get("/"));
    run();
    assertEquals(List.of("10 bems 200 1"), told);
  }

  @Test
  void aLateResponseTimesOutAndOneAtTheDeadlineDoesNot() {
    serve((request, reply) -> time.after(
        (request.target().equals("/in") ? 390 : 391) * Micros.MILLISECOND,
        () -> reply.send(WebResponse.of(200, WebHeaders.NONE, ""))));
    ask(BEMS, get("/in"));
    ask(OTHER, get("/late"));
    run();
    assertEquals(List.of("400 bems 200 ", "400 other TIMED_OUT"), told.stream().sorted().toList());
  }

  @Test
  void whereNothingIsServedItIsUnreachable() {
    ask(new Endpoint("bems", "192.168.1.11", 443, 0), get("/"));
    run();
    assertEquals(List.of("10 bems UNREACHABLE"), told);
  }

  @Test
  void aCutIsToldAtOnceAndSilenceAtTheDeadline() {
    ask(BEMS, get("/1"));
    until(7);
    Faults.Guard cut = net.faults().add(Links.of("bems"), new Fault.Cut());
    until(8);
    ask(BEMS, get("/2"));
    until(9);
    cut.close();
    Faults.Guard silence = net.faults().add(Links.of("bems"), new Fault.Silence());
    ask(BEMS, get("/3"));
    run();
    silence.close();
    ask(BEMS, get("/4"));
    run();
    assertEquals(List.of("7 bems UNREACHABLE", "8 bems UNREACHABLE", "409 bems TIMED_OUT", "1019 bems 200 hello"), told);
  }

  @Test
  void latencyIsDrawnBeforeTheVerdictFromTheAskersOwnStream() {
    List<Long> instants = new ArrayList<>();
    for (boolean faulty : new boolean[] {false, true}) {
      VirtualNet other = new VirtualNet(time, new Seed(3), recording, carrier, Latency.LOCAL);
      other.serveWeb(BEMS.host(), BEMS.port(), (request, reply) -> instants.add(time.now() % Micros.SECOND));
      Faults.Guard drop = faulty ? other.faults().add(Links.of("other"), new Fault.Drop(1)) : () -> {};
      other.web().send(OTHER, get("/"), TIMEOUT, new WebTold(time, "other", told));
      other.web().send(BEMS, get("/"), TIMEOUT, new WebTold(time, "bems", told));
      run();
      drop.close();
    }
    assertEquals(3, instants.size());
    assertTrue(instants.subList(0, 2).contains(instants.get(2)), instants.toString());
  }

  @Test
  void acancelledRequestTellsNothingButIsAsked() {
    WebCall call = ask(BEMS, get("/"));
    call.cancel();
    call.cancel();
    run();
    assertEquals(List.of(), told);
    assertEquals(1, asked.size());
  }

  @Test
  void chunksArriveInOrderBehindTheHead() {
    net = new VirtualNet(time, new Seed(5), recording, carrier, new Latency(0, 20 * Micros.MILLISECOND));
    stream();
    stream.first = List.of("data: 1\n\n", "data: ä€\n\n", "data: 3\n\n");
    ask(BEMS, get("/events"));
    until(100);
    for (int i = 4; i < 30; i++) {
      stream.send("data: " + i + "\n\n");
    }
    run();
    stream.end();
    run();
    List<String> heard = told.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    List<String> expected = new ArrayList<>(List.of("bems 200 ", "bems + data: 1", "bems + data: ä€"));
    for (int i = 3; i < 30; i++) {
      expected.add("bems + data: " + i);
    }
    expected.add("bems ended");
    assertEquals(expected, heard);
    assertEquals(List.of("opened"), stream.told());
  }

  @Test
  void theServersEndArrivesBehindItsChunks() {
    stream();
    ask(BEMS, get("/events"));
    until(20);
    stream.send("a");
    stream.end();
    stream.send("b");
    stream.end();
    run();
    assertEquals(List.of("10 bems 200 ", "25 bems + a", "25 bems ended"), told);
    assertEquals(List.of("opened"), stream.told());
  }

  @Test
  void aClientThatLetsGoHearsNothingAndTheServerLearnsOfIt() {
    stream();
    WebCall call = ask(BEMS, get("/events"));
    until(20);
    stream.send("a");
    until(22);
    call.cancel();
    run();
    stream.send("b");
    run();
    assertEquals(List.of("10 bems 200 "), told);
    assertEquals(List.of("5 opened", "27 closed"), stream.toldWhen());
  }

  @Test
  void aClientThatLetsGoBeforeTheHeadClosesTheStreamToo() {
    stream();
    WebCall call = ask(BEMS, get("/events"));
    until(7);
    call.cancel();
    run();
    assertEquals(List.of(), told);
    assertEquals(List.of("5 opened", "12 closed"), stream.toldWhen());
  }

  @Test
  void aHeadThatComesTooLateClosesTheStream() {
    serve((request, reply) -> time.after(
        500 * Micros.MILLISECOND, () -> reply.send(WebResponse.streaming(WebHeaders.NONE, stream))));
    ask(BEMS, get("/events"));
    run();
    assertEquals(List.of("400 bems TIMED_OUT"), told);
    assertEquals(List.of("505 opened", "510 closed"), stream.toldWhen());
  }

  @Test
  void aCutBreaksAStreamAtBothEndsAndLosesWhatIsUnderWay() {
    stream();
    ask(BEMS, get("/events"));
    until(20);
    stream.send("a");
    until(22);
    Faults.Guard cut = net.faults().add(Links.of("bems"), new Fault.Cut());
    until(30);
    stream.send("b");
    cut.close();
    stream.send("c");
    run();
    assertEquals(List.of("10 bems 200 ", "22 bems ended"), told);
    assertEquals(List.of("5 opened", "22 closed"), stream.toldWhen());
    assertTrue(recorded().contains("\"x\":\"a\",\"why\":\"closed\""));
  }

  @Test
  void aCutUnderWayToTheHeadClosesTheStreamToo() {
    stream();
    ask(BEMS, get("/events"));
    until(7);
    net.faults().add(Links.of("bems"), new Fault.Cut());
    run();
    assertEquals(List.of("7 bems UNREACHABLE"), told);
    assertEquals(List.of("5 opened", "7 closed"), stream.toldWhen());
  }

  @Test
  void silenceSwallowsChunksAndTheStreamGoesOn() {
    stream();
    ask(BEMS, get("/events"));
    until(20);
    stream.send("a");
    until(22);
    Faults.Guard silence = net.faults().add(Links.of("bems"), new Fault.Silence());
    stream.send("b");
    until(40);
    silence.close();
    stream.send("c");
    run();
    assertEquals(List.of("10 bems 200 ", "45 bems + c"), told);
    assertEquals(List.of("opened"), stream.told());
  }

  @Test
  void whereAGoodbyeIsLostTheNextChunkTellsTheServer() {
    stream();
    WebCall call = ask(BEMS, get("/events"));
    until(20);
    Faults.Guard silence = net.faults().add(Links.of("bems"), new Fault.Silence());
    call.cancel();
    until(100);
    silence.close();
    run();
    assertEquals(List.of("opened"), stream.told());
    stream.send("a");
    run();
    assertEquals(List.of("5 opened", "1110 closed"), stream.toldWhen());
    assertEquals(1, told.size());
  }

  @Test
  void delayAndHoldKeepBackWhatIsBehindToo() {
    stream();
    ask(BEMS, get("/events"));
    until(20);
    Faults.Guard delay = fault(Direction.UP, new Fault.Delay(100_000, 100_000));
    stream.send("a");
    delay.close();
    stream.send("b");
    until(200);
    Faults.Guard hold = fault(Direction.UP, new Fault.Hold());
    stream.send("c");
    until(300);
    hold.close();
    Faults.Guard drop = fault(Direction.UP, new Fault.Drop(1));
    stream.send("d");
    drop.close();
    stream.send("e");
    run();
    assertEquals(List.of("10 bems 200 ", "125 bems + a", "125 bems + b", "305 bems + c", "305 bems + e"), told);
  }

  @Test
  void severalStreamsGoOnAtOnce() {
    TestStream second = new TestStream(time);
    serve((request, reply) -> reply.send(
        WebResponse.streaming(WebHeaders.NONE, request.target().equals("/1") ? stream : second)));
    ask(BEMS, get("/1"));
    ask(OTHER, get("/2"));
    until(20);
    for (int i = 0; i < 3; i++) {
      stream.send("a" + i);
      second.send("b" + i);
    }
    net.faults().add(Links.of("bems"), new Fault.Cut());
    second.send("x".repeat(200_000));
    run();
    assertEquals("25 other + " + "x".repeat(200_000), told.getLast());
    assertEquals(7, told.size());
    assertEquals(List.of("opened"), second.told());
  }

  @Test
  void aRequestIsRecordedWithoutItsSecrets() {
    serve((request, reply) -> reply.send(WebResponse.of(200, WebHeaders.NONE, "{\"access_token\":\"hidden\"}")));
    String body = "{ \"username\":\"bems\",\n\"password\":\"hidden\",\"a\":[{\"newPassword\":{\"x\":\"hidden\"}},1.50E+2],\"odd\":\"\\ud800\"}";
    net.web().send(
        BEMS, new WebRequest(
            "POST", "/login?access_token=hidden&b=1", WebHeaders.of("Authorization", "Bearer hidden"),
            body.getBytes(StandardCharsets.UTF_8), "10.0.0.7", true),
        TIMEOUT, new WebTold(time, "bems", told));
    run();
    ask(BEMS, put("hidden, and no JSON"));
    run();
    assertEquals(
        "{\"t\":10000,\"k\":\"request\",\"l\":\"bems\",\"s\":0,\"m\":\"POST\",\"p\":\"/login?access_token=***&b=1\",\"body\":"
            + "{\"username\":\"bems\",\"password\":\"***\",\"a\":[{\"newPassword\":\"***\"},1.50E+2],\"odd\":\"?\"},\"status\":200,\"size\":25}\n"
            + "{\"t\":1010000,\"k\":\"request\",\"l\":\"bems\",\"s\":1000000,\"m\":\"PUT\",\"p\":\"/a\",\"bytes\":19,\"status\":200,\"size\":25}\n",
        recorded());
  }

  @Test
  void chunksAreRecordedWithoutTheirSecrets() {
    stream();
    ask(BEMS, get("/events"));
    until(20);
    stream.send("event: x\ndata: {\"token\":\"hidden\",\"b\":1}\n\n");
    run();
    assertTrue(recorded().endsWith(
        "\"k\":\"event\",\"l\":\"bems\",\"s\":20000,\"x\":\"event: x\\ndata: {\\\"token\\\":\\\"***\\\",\\\"b\\\":1}\\n\\n\"}\n"));
  }

  /** A stream's end at the server that writes down what it is told. */
  static final class TestStream implements WebStream {
    private final VirtualTime time;
    private final List<String> told = new ArrayList<>();
    private Outlet outlet = new Outlet() {
      @Override
      public void send(String text) {
        throw new AssertionError("not opened yet");
      }

      @Override
      public void end() {
        throw new AssertionError("not opened yet");
      }
    };
    private List<String> first = List.of();

    TestStream(VirtualTime time) {
      this.time = time;
    }

    @Override
    public void opened(Outlet to) {
      outlet = to;
      told.add(time.now() / 1_000 + " opened");
      first.forEach(to::send);
    }

    @Override
    public void closed() {
      told.add(time.now() / 1_000 + " closed");
    }

    void send(String text) {
      outlet.send(text);
    }

    void end() {
      outlet.end();
    }

    List<String> told() {
      return told.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    }

    List<String> toldWhen() {
      return told;
    }
  }
}
