package io.parkbench.wire.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.kernel.WebStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server does with clients that are slow, hostile or odd: R-SEC-2, R-SEC-3. */
class WebServerTest {
  private static final InetSocketAddress FREE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final Identity IDENTITY = Certificates.passing(List.of());
  private static final WebLimits SHORT = new WebLimits(65 * 1024, 8 * 1024, Duration.ofMillis(400), Duration.ofMillis(300), 50,
      50_000);

  /** On a busy machine nobody is let go of by mistake. */
  private static final WebLimits PATIENT = new WebLimits(65 * 1024, 8 * 1024, Duration.ofSeconds(30), Duration.ofSeconds(30), 50,
      50_000);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private WebServer serve(WebService service) {
    return serve(PATIENT, service);
  }

  private WebServer serve(WebLimits limits, WebService service) {
    WebServer server = new WebServer(FREE, FREE, IDENTITY, TlsVersions.STRONG, limits, Runnable::run, service);
    open.add(server);
    return server;
  }

  private WebServer hello() {
    return hello(PATIENT);
  }

  private WebServer hello(WebLimits limits) {
    return serve(limits, (request, reply) -> {
      heard.add(request + " " + request.headers().fields() + " " + request.body().length);
      reply.send(WebResponse.of(200, WebHeaders.of("Content-Type", "text/plain"), "hello"));
    });
  }

  private Socket connect(WebServer server) throws IOException {
    Socket socket = Trust.all().sslContext().getSocketFactory().createSocket(FREE.getAddress(), server.port());
    socket.setSoTimeout(30_000);
    open.add(socket);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** What the server says until it closes. */
  private String say(WebServer server, String text) throws IOException {
    Socket socket = connect(server);
    write(socket, text);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The same of more than it takes: it answers and closes without having read all, and a reset can overtake the answer. */
  private String sayTooMuch(WebServer server, String text) throws IOException {
    for (int i = 0; i < 20; i++) {
      try {
        return say(server, text);
      } catch (SocketException overtaken) {
        // once more
      }
    }
    return say(server, text);
  }

  private static String request(String line, String more) {
    return line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n";
  }

  private static void await(BooleanSupplier condition, String what) {
    long deadline = RealTime.nanos() + 30_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(RealTime.nanos() < deadline, what);
      RealTime.rest(5_000_000);
    }
  }

  @Test
  void itTellsNothingOfItself() throws IOException {
    String response = say(hello(), request("GET /", ""));
    assertTrue(response.startsWith("HTTP/1.1 200 "), response);
    assertTrue(response.endsWith("\r\n\r\nhello"), response);
    for (String betrayal : List.of("jetty", "javalin", "server:", "x-powered-by", "set-cookie")) {
      assertFalse(response.toLowerCase(Locale.ROOT).contains(betrayal), response);
    }
  }

  @Test
  void oneWithoutTlsListensInTheClearOnly() throws IOException {
    WebServer server = WebServer.plain(FREE, SHORT, Runnable::run,
        (request, reply) -> reply.send(WebResponse.of(200, WebHeaders.NONE, request.secure() ? "secure" : "plain")));
    open.add(server);
    assertEquals(-1, server.port());
    try (Socket socket = new Socket(FREE.getAddress(), server.plainPort())) {
      write(socket, request("GET /", ""));
      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(response.startsWith("HTTP/1.1 200 ") && response.endsWith("plain"), response);
    }
    InetSocketAddress taken = new InetSocketAddress(FREE.getAddress(), server.plainPort());
    UncheckedIOException refused = assertThrows(UncheckedIOException.class,
        () -> WebServer.plain(taken, SHORT, Runnable::run, (request, reply) -> {}));
    assertTrue(String.valueOf(refused.getMessage()).contains("cannot serve at"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /a/../b//c;d=e/%2F/%2e%2e?x=%C3%9C&&y", "TRACE /", "BREW /pot", "get /", "OPTIONS /x", "HEAD /", "GET /a?"})
  void whateverIsAskedReachesTheServiceAsItIs(String line) throws IOException {
    String response = say(hello(), request(line, ""));
    assertTrue(response.startsWith("HTTP/1.1 200 "), response);
    assertEquals(1, heard.size());
    assertTrue(heard.getFirst().startsWith(line + " {"), heard.getFirst());
    assertEquals(!line.startsWith("HEAD"), response.endsWith("hello"));
  }

  @Test
  void aBodyThatIsTooLongIsRefusedWhetherItSaysSoOrNot() throws IOException {
    WebServer server = hello();
    String allowed = "x".repeat(65 * 1024);
    assertTrue(say(server, request("PUT /", "Content-Length: " + allowed.length() + "\r\n") + allowed).startsWith("HTTP/1.1 200 "));
    assertTrue(heard.getFirst().endsWith(" 66560"), heard.getFirst());
    String long70 = "x".repeat(70 * 1024);
    String problem = "{\"type\":\"about:blank\",\"title\":\"Body too large\",\"status\":413,\"code\":\"body-too-large\"}";
    String said = sayTooMuch(server, request("PUT /", "Content-Length: " + long70.length() + "\r\n") + long70);
    assertTrue(said.startsWith("HTTP/1.1 413 ") && said.contains(problem), said);
    assertTrue(said.contains("application/problem+json"), said);
    String chunked = sayTooMuch(server,
        request("PUT /", "Transfer-Encoding: chunked\r\n") + "11800\r\n" + long70 + "\r\n0\r\n\r\n");
    assertTrue(chunked.startsWith("HTTP/1.1 413 ") && chunked.contains(problem), chunked);
    assertEquals(1, heard.size(), "the service has seen neither");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "rubbish\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "\0\0\0\0\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n"})
  void rubbishIsRefusedWithoutAskingTheService(String rubbish) throws IOException {
    String response = say(hello(), rubbish);
    assertTrue(response.matches("(?s)HTTP/1.1 (4\\d\\d|505) .*"), response);
    assertTrue(response.contains("application/problem+json"), response);
    assertFalse(response.contains("jetty") || response.contains("Exception") || response.contains("<html"), response);
    assertEquals(List.of(), heard);
  }

  @Test
  void aHeadThatIsTooLongIsRefused() throws IOException {
    String response = say(hello(), request("GET /", "X-Bomb: " + "x".repeat(20_000) + "\r\n"));
    assertTrue(response.startsWith("HTTP/1.1 431 "), response);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      many.append("X-").append(i).append(": y\r\n");
    }
    assertTrue(say(hello(), request("GET /", many.toString())).startsWith("HTTP/1.1 431 "));
    assertEquals(List.of(), heard);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n", "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc"})
  void whoStopsTalkingIsLetGo(String beginning) throws IOException {
    WebServer server = hello(SHORT);
    long began = RealTime.nanos();
    say(server, beginning);
    assertTrue(RealTime.nanos() - began < 3_000_000_000L, "within 3 s where 400 ms of silence are granted");
    assertEquals(List.of(), heard);
  }

  @Test
  void whoTricklesABodyIsLetGo() throws IOException {
    Socket slow = connect(hello(SHORT));
    write(slow, "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
    long began = RealTime.nanos();
    IOException gone = assertThrows(IOException.class, () -> {
      while (RealTime.nanos() - began < 5_000_000_000L) {
        write(slow, "x");
        RealTime.rest(100_000_000);
      }
    });
    assertTrue(RealTime.nanos() - began < 4_000_000_000L, String.valueOf(gone));
    assertEquals(List.of(), heard);
  }

  @Test
  void aServiceMayTakeLongerThanAConnectionMayStandStill() throws IOException {
    WebLimits patient = new WebLimits(1_000, 8 * 1024, Duration.ofMillis(200), Duration.ofSeconds(5), 50, 50_000);
    WebServer server = new WebServer(FREE, null, IDENTITY, TlsVersions.STRONG, patient, Runnable::run, (request, reply) -> {
      RealTime.rest(900_000_000);
      reply.send(WebResponse.of(200, WebHeaders.NONE, "at last"));
    });
    open.add(server);
    assertTrue(say(server, request("GET /", "")).endsWith("at last"));
  }

  @Test
  void manySlowClientsDoNotKeepOthersOut() throws IOException {
    WebServer server = hello(SHORT);
    for (int i = 0; i < 40; i++) {
      write(connect(server), "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc");
    }
    assertTrue(say(server, request("GET /", "")).startsWith("HTTP/1.1 200 "));
  }

  @Test
  void aServiceThatNeverRepliesIsAnsweredForAndMayReplyLater() throws IOException {
    List<WebService.Reply> replies = new CopyOnWriteArrayList<>();
    WebServer server = serve(SHORT, (request, reply) -> replies.add(reply));
    String response = say(server, request("GET /", ""));
    assertTrue(response.startsWith("HTTP/1.1 503 ") && response.contains("service-timeout"), response);
    replies.getFirst().send(WebResponse.streaming(WebHeaders.NONE, new WebStream() {
      @Override
      public void opened(Outlet outlet) {
        outlet.send("nobody hears this");
        heard.add("opened");
      }

      @Override
      public void closed() {
        heard.add("closed");
      }
    }));
    assertEquals(List.of("opened", "closed"), heard);
  }

  @Test
  void whatAServiceThrowsStaysInside() throws IOException {
    WebServer server = serve((request, reply) -> {
      throw new IllegalStateException("secret");
    });
    String response = say(server, request("GET /", ""));
    assertTrue(response.startsWith("HTTP/1.1 500 "), response);
    assertFalse(response.contains("secret"), response);
    WebServer broken = serve((request, reply) -> {
      throw new AssertionError("secret");
    });
    assertFalse(say(broken, request("GET /", "")).contains("secret"));
  }

  @Test
  void onPlainHttpARequestIsMarkedSo() throws IOException {
    WebServer server = serve((request, reply) -> reply.send(WebResponse.of(403, WebHeaders.NONE, "" + request.secure())));
    try (Socket plain = new Socket(FREE.getAddress(), server.plainPort())) {
      write(plain, request("GET /", ""));
      assertTrue(new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8).endsWith("false"));
    }
    assertTrue(say(server, request("GET /", "")).endsWith("true"));
  }

  @Test
  void aClientOfAStreamThatDoesNotReadIsLetGo() throws IOException {
    AtomicInteger closed = new AtomicInteger();
    List<WebStream.Outlet> outlets = new CopyOnWriteArrayList<>();
    WebServer server = serve(SHORT, (request, reply) -> reply.send(WebResponse.streaming(WebHeaders.NONE, new WebStream() {
      @Override
      public void opened(Outlet outlet) {
        outlets.add(outlet);
      }

      @Override
      public void closed() {
        closed.incrementAndGet();
      }
    })));
    Socket lazy = connect(server);
    write(lazy, request("GET /", ""));
    await(() -> !outlets.isEmpty(), "the stream to open");
    String chunk = "data: " + "x".repeat(10_000) + "\n\n";
    long began = RealTime.nanos();
    await(() -> {
      outlets.getFirst().send(chunk);
      return closed.get() > 0;
    }, "the client to be let go");
    assertTrue(RealTime.nanos() - began < 5_000_000_000L);
    outlets.getFirst().send(chunk);
    outlets.getFirst().end();
    assertEquals(1, closed.get());
  }

  @Test
  void aStreamLastsLongerThanAConnectionMayStandStill() throws IOException {
    List<WebStream.Outlet> outlets = new CopyOnWriteArrayList<>();
    WebServer server = serve(SHORT, (request, reply) -> reply.send(WebResponse.streaming(WebHeaders.NONE, new WebStream() {
      @Override
      public void opened(Outlet outlet) {
        outlets.add(outlet);
      }

      @Override
      public void closed() {
        heard.add("closed");
      }
    })));
    Socket client = connect(server);
    write(client, request("GET /", ""));
    await(() -> !outlets.isEmpty(), "the stream to open");
    for (int i = 0; i < 5; i++) {
      RealTime.rest(250_000_000);
      outlets.getFirst().send(": ping\n\n");
    }
    outlets.getFirst().end();
    String all = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(5, all.split(": ping", -1).length - 1, all);
    assertEquals(List.of(), heard);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1", "TLSv1.1"})
  void oldVersionsOfTlsAreRefused(String version) throws IOException {
    WebServer server = hello();
    // this Java would not even offer them, so the first message is written by hand: a client hello of that version
    int minor = version.equals("TLSv1") ? 1 : 2;
    try (Socket socket = new Socket(FREE.getAddress(), server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(ClientHello.of(minor));
      byte[] alert = socket.getInputStream().readNBytes(7);
      assertEquals(21, alert[0], "an alert");
      assertEquals(2, alert[5], "a fatal one");
      assertEquals(70, alert[6], "about the version of the protocol");
    }
    try (Socket socket = new Socket(FREE.getAddress(), server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(ClientHello.of(3));
      assertEquals(22, socket.getInputStream().readNBytes(7)[0], "the same hello for 1.2 is answered with a handshake");
    }
    assertFalse(TlsVersions.OLD_TOO.areAvailable() && !TlsVersions.STRONG.areAvailable());
  }

  @Test
  void onlyStrongSuitesAreSpoken() throws IOException {
    WebServer server = hello();
    SSLSocket weak = (SSLSocket) connect(server);
    weak.setEnabledProtocols(new String[] {"TLSv1.2"});
    weak.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});
    assertThrows(SSLHandshakeException.class, weak::startHandshake);
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      SSLSocket strong = (SSLSocket) connect(server);
      strong.setEnabledProtocols(new String[] {version});
      strong.startHandshake();
      assertEquals(version, strong.getSession().getProtocol());
      assertTrue(strong.getSession().getCipherSuite().contains("GCM") || strong.getSession().getCipherSuite().contains("CHACHA20"));
    }
  }

  @Test
  void anAddressThatIsTakenIsNamed() {
    WebServer server = hello();
    InetSocketAddress taken = new InetSocketAddress(FREE.getAddress(), server.port());
    UncheckedIOException refusal = assertThrows(
        UncheckedIOException.class,
        () -> new WebServer(taken, null, IDENTITY, TlsVersions.STRONG, SHORT, Runnable::run, (request, reply) -> {}));
    assertTrue(String.valueOf(refusal.getMessage()).contains(String.valueOf(server.port())), refusal.getMessage());
  }

  @Test
  void noFileIsServedWhatever() throws IOException {
    List<WebRequest> requests = new CopyOnWriteArrayList<>();
    WebServer server = serve((request, reply) -> {
      requests.add(request);
      reply.send(WebResponse.of(404, WebHeaders.NONE, ""));
    });
    for (String target : List.of("/etc/passwd", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/..%2f..%2fetc", "/a//etc/")) {
      assertTrue(say(server, request("GET " + target, "")).startsWith("HTTP/1.1 404 "), target);
      assertEquals(target, requests.getLast().target());
    }
    int before = requests.size();
    for (String target : List.of("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a/../../etc")) {
      assertTrue(say(server, request("GET " + target, "")).startsWith("HTTP/1.1 400 "), target);
    }
    assertEquals(before, requests.size());
  }
}
